import type { LanguageModel } from '../../platform/model/port.ts';
import { coverageOf } from '../../platform/search/content-words.ts';
import type { PassageHit, TenantSearch } from '../../platform/search/port.ts';
import { baseLocale } from '../article/routes.ts';

/**
 * Similarity below which a passage does not speak of the question. With the seeded articles and the local sentence
 * encoder, questions that an article answers scored 0.45 and more, unrelated small talk 0.36 and less.
 */
export const similarEnough = 0.4;
/** Share of the question's words that a passage without a meaning has to speak of. */
const wordsEnough = 0.5;
const maxPassages = 4;

/** The passages worth answering from, best first; in the base language where the visitor's has none. */
export async function retrieve(
  question: string,
  locale: string,
  search: TenantSearch,
  model: LanguageModel,
): Promise<PassageHit['passage'][]> {
  const ask = async (inLocale: string) => {
    const [embedding] = await model.embed([question], inLocale);
    const hits = await search.searchPassages({
      text: question,
      locale: inLocale,
      limit: maxPassages * 2,
      ...(embedding && { embedding }),
    });
    return hits
      .filter((hit) => isRelevant(question, hit))
      .slice(0, maxPassages)
      .map(({ passage }) => passage);
  };
  const own = await ask(locale);
  return own.length > 0 || locale === baseLocale ? own : ask(baseLocale);
}

/** Words alone decide only where a passage was never embedded. */
const isRelevant = (question: string, { similarity, passage }: PassageHit) =>
  similarity === undefined
    ? coverageOf(question, `${passage.title} ${passage.heading} ${passage.text}`) >= wordsEnough
    : similarity >= similarEnough;
