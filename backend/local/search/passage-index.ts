import { create, insert, remove, search, type AnyOrama } from '@orama/orama';
import { passageWeight } from '../../platform/search/passage-weight.ts';
import type { Passage, PassageHit, PassageQuery } from '../../platform/search/port.ts';
import { tokenizer } from './tokenizer.ts';

/** Help passages of one tenant: found by words, by meaning, or by both. */
export class PassageIndex {
  readonly #passages = new Map<string, Passage>();
  readonly #text: AnyOrama = create({
    schema: { title: 'string', heading: 'string', text: 'string' },
    components: { tokenizer },
  });

  async replace(article: { slug: string; locale: string }, passages: readonly Passage[]): Promise<void> {
    for (const { id, slug, locale } of [...this.#passages.values()])
      if (slug === article.slug && locale === article.locale) {
        this.#passages.delete(id);
        await remove(this.#text, id);
      }
    for (const passage of passages) {
      this.#passages.set(passage.id, passage);
      const { id, title, heading, text } = passage;
      await insert(this.#text, { id, title, heading, text });
    }
  }

  async search(query: PassageQuery): Promise<readonly PassageHit[]> {
    const textScores = await this.#textScores(query);
    const hits = [...this.#passages.values()]
      .filter(({ locale }) => locale === query.locale)
      .map(({ embedding, ...passage }): PassageHit => {
        const similarity = embedding && query.embedding ? cosine(embedding, query.embedding) : undefined;
        const textScore = textScores.get(passage.id) ?? 0;
        return { passage, textScore, ...(similarity === undefined ? {} : { similarity }) };
      })
      .filter((hit) => hit.similarity !== undefined || hit.textScore > 0);
    return hits.sort((a, b) => passageWeight(b) - passageWeight(a)).slice(0, query.limit);
  }

  async #textScores({ text, locale }: PassageQuery): Promise<Map<string, number>> {
    const { hits } = await search(this.#text, {
      term: text,
      limit: this.#passages.size,
      threshold: 1,
      exact: false,
      boost: { title: 2, heading: 3 },
    });
    const own = hits.filter(({ id }) => this.#passages.get(String(id))?.locale === locale);
    const best = Math.max(...own.map(({ score }) => score), Number.MIN_VALUE);
    return new Map(own.map(({ id, score }) => [String(id), score / best]));
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
