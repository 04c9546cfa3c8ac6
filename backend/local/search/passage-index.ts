import { passageWeight } from '../../platform/search/passage-weight.ts';
import type { Passage, PassageHit, PassageQuery } from '../../platform/search/port.ts';
import { tokensOf } from './tokens-of.ts';
import { wordScores } from './word-score.ts';

/** Help passages of one tenant: found by words, by meaning, or by both. There are hundreds at most, so all are looked at. */
export class PassageIndex {
  readonly #passages = new Map<string, { passage: Passage; words: readonly string[] }>();

  replace(article: { slug: string; locale: string }, passages: readonly Passage[]): void {
    for (const [id, { passage }] of this.#passages)
      if (passage.slug === article.slug && passage.locale === article.locale) this.#passages.delete(id);
    for (const passage of passages) {
      const { title, heading, text } = passage;
      // What is said in a heading counts as if it were said three times.
      const words = tokensOf([title, heading, heading, heading, text].join(' '));
      this.#passages.set(passage.id, { passage, words });
    }
  }

  search(query: PassageQuery): readonly PassageHit[] {
    const own = [...this.#passages.values()].filter(({ passage }) => passage.locale === query.locale);
    const scores = wordScores(
      tokensOf(query.text),
      own.map(({ words }) => words),
    );
    const best = Math.max(...scores, Number.MIN_VALUE);
    return own
      .map(({ passage: { embedding, ...passage } }, index): PassageHit => {
        const similarity = embedding && query.embedding ? cosine(embedding, query.embedding) : undefined;
        const textScore = (scores[index] ?? 0) / best;
        return { passage, textScore, ...(similarity === undefined ? {} : { similarity }) };
      })
      .filter((hit) => hit.similarity !== undefined || hit.textScore > 0)
      .sort((a, b) => passageWeight(b) - passageWeight(a))
      .slice(0, query.limit);
  }
}

function cosine(a: readonly number[], b: readonly number[]): number | undefined {
  if (a.length !== b.length) return undefined;
  let [dot, aa, bb] = [0, 0, 0];
  for (const [index, x] of a.entries()) {
    const y = b[index] ?? 0;
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa === 0 || bb === 0 ? undefined : dot / Math.sqrt(aa * bb);
}
