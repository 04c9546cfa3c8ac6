import { coverageOf } from '../../platform/search/content-words.ts';
import { unknownAnswer } from '../../platform/model/port.ts';
import { sentencesOf } from './sentences.ts';

type Embed = (texts: readonly string[]) => Promise<readonly (readonly number[])[]>;

export interface Message {
  role: string;
  content: string;
}

/** Below this a sentence has nothing to do with the question; measured on the seeded articles. */
const relevant = 0.4;
const maxSentences = 4;
/** Share of the question's words from which on they say more than a meaning that is only known in English. */
const sharedEnough = 0.5;

/**
 * Answers from the passages of the system message alone, by quoting the sentences that are closest in meaning to the
 * question, in the order they stand in, each with its number. It invents nothing, because it writes nothing. Meanings are
 * known in English; in other languages the words that question and passage share stand for them.
 */
export async function extractAnswer(messages: readonly Message[], embed: Embed): Promise<string> {
  const question = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const rules = messages.find(({ role }) => role === 'system')?.content ?? '';
  const inEnglish = rules.includes('in the language "en"');
  const passages = passagesOf(rules);
  if (passages.length === 0) return unknownAnswer;
  const [asked, ...meanings] = await embed([question, ...passages.map(({ heading, text }) => `${heading} ${text}`)]);
  const ranked = passages
    .map((passage, index) => ({
      passage,
      closeness: closenessOf(dot(asked ?? [], meanings[index] ?? []), inEnglish ? 0 : sharedWords(question, passage)),
    }))
    .sort((a, b) => b.closeness - a.closeness);
  const best = ranked[0];
  if (!best || best.closeness < relevant) return unknownAnswer;
  return sentencesOf(best.passage.text)
    .slice(0, maxSentences)
    .map((sentence) => `${sentence} [${best.passage.number}]`)
    .join(' ');
}

const closenessOf = (meaning: number, shared: number) => (shared >= sharedEnough ? shared : meaning);

const sharedWords = (question: string, { heading, text }: { heading: string; text: string }) =>
  coverageOf(question, `${heading} ${text}`);

function passagesOf(prompt: string): { number: number; heading: string; text: string }[] {
  const pattern = /<passage n="(\d+)" title="[^"]*" heading="([^"]*)">([^<]*)<\/passage>/g;
  return [...prompt.matchAll(pattern)].map(([, number, heading, text]) => ({
    number: Number(number),
    heading: unescape(heading ?? ''),
    text: unescape(text ?? ''),
  }));
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const unescape = (text: string) => text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity);

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, index) => sum + x * (b[index] ?? 0), 0);
