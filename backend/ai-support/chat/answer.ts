import type { ChatEvent } from '@tessera/contracts/api/support.ts';
import type { LanguageModel } from '../../platform/model/port.ts';
import { unknownAnswer } from '../../platform/model/port.ts';
import type { PassageHit, TenantSearch } from '../../platform/search/port.ts';
import type { ShopContact } from '../deps.ts';
import { retrieve } from './retrieve.ts';

export interface ChatQuestion {
  message: string;
  history: readonly { from: 'visitor' | 'assistant'; text: string }[];
  locale: string;
  signal: AbortSignal;
}

interface ChatPorts {
  search: TenantSearch;
  model: LanguageModel;
  contact: ShopContact;
}

/**
 * Answers from the tenant's articles alone: text as it comes, each source once when it is first cited, `done` last.
 * Without a passage that speaks of the question the model is not even asked.
 */
export async function* answerQuestion(
  question: ChatQuestion,
  { search, model, contact }: ChatPorts,
): AsyncIterable<ChatEvent> {
  const passages = await retrieve(question.message, question.locale, search, model);
  const unknown: ChatEvent = { type: 'done', known: false, contact: contact.supportEmail };
  if (passages.length === 0) {
    yield unknown;
    return;
  }
  const pieces = model.answer({
    question: question.message,
    passages: passages.map(({ title, heading, text }, index) => ({ number: index + 1, title, heading, text })),
    history: question.history,
    locale: question.locale,
    shopName: contact.name,
    signal: question.signal,
  });
  let text = '';
  let sent = 0;
  const cited = new Set<number>();
  for await (const piece of pieces) {
    text += piece;
    if (mayBeUnknown(text)) continue;
    yield { type: 'text', text: text.slice(sent) };
    sent = text.length;
    yield* citationsIn(text, passages, cited);
  }
  yield sent === 0 ? unknown : { type: 'done', known: true };
}

/** Held back until it cannot be the agreed word for "I don't know" any more. */
function mayBeUnknown(text: string): boolean {
  const said = text.trim();
  return unknownAnswer.startsWith(said) || said.startsWith(unknownAnswer);
}

function* citationsIn(
  text: string,
  passages: readonly PassageHit['passage'][],
  cited: Set<number>,
): Iterable<ChatEvent> {
  for (const [, digits] of text.matchAll(/\[(\d+)\]/g)) {
    const number = Number(digits);
    const passage = passages[number - 1];
    if (!passage || cited.has(number)) continue;
    cited.add(number);
    yield {
      type: 'citation',
      citation: {
        number,
        slug: passage.slug,
        title: passage.title,
        sectionId: passage.sectionId,
        href: `/help/${passage.slug}#${passage.sectionId}`,
        quote: passage.text,
      },
    };
  }
}
