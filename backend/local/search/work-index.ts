import { create, insert, remove, search, type AnyOrama } from '@orama/orama';
import type { Completion, SearchDocument, WorkHits, WorkQuery } from '../../platform/search/port.ts';
import { countFacets } from './facets.ts';
import { matchesFilters, toEntry, type WorkEntry } from './work-entry.ts';
import { compareBy, relevanceOf } from './ranking.ts';
import { combinationsOf, Vocabulary } from './spelling.ts';
import { tokenizer, tokensOf } from './tokenizer.ts';

/** `all` holds every word, because Orama asks for all words within one property; `head` what suggestions look at. */
const schema = { head: 'string', all: 'string' } as const;

type Question = Omit<WorkQuery, 'offset' | 'limit'>;
/** Every match in order, so that further pages cost nothing until the index changes. */
type Result = Omit<WorkHits, 'hits'> & { entries: readonly WorkEntry[] };
const maxResults = 200;

/**
 * Works of one tenant in memory. Orama finds the candidates; filters, facets and order are computed over them here,
 * because a shop wants a title that is exactly the query first, and counts over every match.
 */
export class WorkIndex {
  readonly #entries = new Map<string, WorkEntry>();
  readonly #text: AnyOrama = create({ schema, components: { tokenizer } });
  readonly #vocabulary = new Vocabulary();
  readonly #genres = new Map<string, number>();
  readonly #results = new Map<string, Result>();

  get size(): number {
    return this.#entries.size;
  }

  async put(document: SearchDocument): Promise<void> {
    await this.remove(document.id);
    const entry = toEntry(document);
    this.#entries.set(document.id, entry);
    this.#vocabulary.add(entry.words);
    this.#countGenres(document, 1);
    await insert(this.#text, { id: document.id, head: entry.head, all: entry.all });
  }

  async remove(id: string): Promise<void> {
    this.#results.clear();
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#vocabulary.remove(entry.words);
    this.#countGenres(entry.document, -1);
    await remove(this.#text, id);
  }

  async search({ offset, limit, ...question }: WorkQuery): Promise<WorkHits> {
    const cacheKey = JSON.stringify(question);
    const result = this.#results.get(cacheKey) ?? (await this.#answer(question));
    if (this.#results.size >= maxResults) this.#results.clear();
    this.#results.set(cacheKey, result);
    const { entries, ...answer } = result;
    const page = entries.slice(offset, offset + limit);
    return { ...answer, hits: page.map(({ document }) => ({ id: document.id, card: document.card })) };
  }

  async suggest({ text, limit }: { text: string; limit: number }): Promise<readonly Completion[]> {
    const words = tokensOf(text);
    if (words.length === 0) return [];
    const found = await this.#candidates(words, 'head');
    const ranked = rank(found, words);
    const makers = new Map<string, Completion>();
    for (const { document } of ranked.slice(0, 200)) {
      for (const { slug, name } of document.makers)
        if (startsAll(tokensOf(name), words)) makers.set(slug, { kind: 'maker', slug, name });
    }
    const genres = [...this.#genres.keys()]
      .filter((name) => startsAll(tokensOf(name), words))
      .map((name): Completion => ({ kind: 'genre', name }));
    const works = ranked
      .filter(({ titleWords }) => startsAll(titleWords, words))
      .map(({ document }): Completion => ({ kind: 'work', id: document.id, card: document.card }));
    const few = [...makers.values()].slice(0, Math.max(1, Math.floor(limit / 3)));
    const fewGenres = genres.slice(0, 1);
    const room = Math.max(limit - few.length - fewGenres.length, 0);
    return [...works.slice(0, room), ...few, ...fewGenres].slice(0, limit);
  }

  async #answer(question: Question): Promise<Result> {
    const words = tokensOf(question.text);
    if (words.length === 0) return toResult([...this.#entries.values()], question, words);
    const exact = await this.#candidates(words);
    if (exact.length > 0) return toResult(exact, question, words);
    const respelled = await this.#respell(words);
    if (respelled) {
      const { words: spelling, found } = respelled;
      return { ...toResult(found, question, spelling), didYouMean: spelling.join(' ') };
    }
    return toResult(await this.#candidates(words, 'all', 1), question, words);
  }

  /** The likeliest spelling that finds something; of equally likely ones the one that finds most. */
  async #respell(words: readonly string[]): Promise<{ words: string[]; found: WorkEntry[] } | undefined> {
    if (words.length > 6) return undefined;
    const choices = words.map((word) => this.#vocabulary.nearest(word, words.length > 3 ? 2 : 4));
    let best: { words: string[]; cost: number; found: WorkEntry[] } | undefined;
    for (const { words: spelling, cost } of combinationsOf(choices)) {
      if (best && cost > best.cost) break;
      const found = await this.#candidates(spelling);
      if (found.length > (best?.found.length ?? 0)) best = { words: spelling, cost, found };
    }
    return best;
  }

  #countGenres({ genres }: SearchDocument, change: 1 | -1): void {
    for (const genre of genres) {
      const count = (this.#genres.get(genre) ?? 0) + change;
      if (count > 0) this.#genres.set(genre, count);
      else this.#genres.delete(genre);
    }
  }

  /** Entries that hold every word, as a whole or as its beginning; with a tolerance, words that are that near. */
  async #candidates(
    words: readonly string[],
    property: keyof typeof schema = 'all',
    tolerance = 0,
  ): Promise<WorkEntry[]> {
    const { hits } = await search(this.#text, {
      term: words.join(' '),
      limit: this.#entries.size,
      threshold: 0,
      tolerance,
      properties: [property],
    });
    return hits.flatMap(({ id }) => this.#entries.get(String(id)) ?? []);
  }
}

function toResult(candidates: readonly WorkEntry[], question: Question, words: readonly string[]): Result {
  const matches = candidates.filter((entry) => matchesFilters(entry.document, question.filters));
  const byFit = question.sort === 'relevance' && words.length > 0;
  return {
    entries: byFit ? rank(matches, words) : matches.sort(compareBy(question)),
    total: matches.length,
    facets: countFacets(matches),
  };
}

function rank(entries: readonly WorkEntry[], words: readonly string[]): WorkEntry[] {
  return entries
    .map((entry) => ({ entry, score: relevanceOf(entry, words) }))
    .sort((a, b) => b.score - a.score || compareBy({ sort: 'newest' })(a.entry, b.entry))
    .map(({ entry }) => entry);
}

/** Whether each typed word begins one of these words. */
const startsAll = (words: readonly string[], typed: readonly string[]): boolean =>
  typed.every((part) => words.some((word) => word.startsWith(part)));
