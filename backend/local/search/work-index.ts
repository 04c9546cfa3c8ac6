import type { Completion, SearchDocument, WorkHits, WorkQuery } from '../../platform/search/port.ts';
import { countFacets } from './facets.ts';
import { compareBy, relevanceOf } from './ranking.ts';
import { combinationsOf, nearestWords } from './spelling.ts';
import { completionsFor } from './suggestions.ts';
import { tokensOf } from './tokens-of.ts';
import { matchesFilters, toEntry, type WorkEntry } from './work-entry.ts';
import { WordIndex } from './word-index.ts';

type Question = Omit<WorkQuery, 'offset' | 'limit'>;
/** Every match in order, so that further pages cost nothing until the index changes. */
type Result = Omit<WorkHits, 'hits'> & { entries: readonly WorkEntry[] };
const maxResults = 200;

/** Works of one tenant in memory: words find the candidates; filters, facets and order are computed over all of them. */
export class WorkIndex {
  readonly #entries = new Map<string, WorkEntry>();
  readonly #words = new WordIndex();
  /** Words of titles and makers, which suggestions are made from. */
  readonly #names = new WordIndex();
  readonly #genres = new Map<string, number>();
  readonly #results = new Map<string, Result>();

  get size(): number {
    return this.#entries.size;
  }

  put(document: SearchDocument): void {
    this.remove(document.id);
    const entry = toEntry(document);
    this.#entries.set(document.id, entry);
    this.#words.add(document.id, entry.words);
    this.#names.add(document.id, entry.names);
    this.#countGenres(document, 1);
  }

  remove(id: string): void {
    this.#results.clear();
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#words.remove(id, entry.words);
    this.#names.remove(id, entry.names);
    this.#countGenres(entry.document, -1);
  }

  search({ offset, limit, ...question }: WorkQuery): WorkHits {
    const cacheKey = JSON.stringify(question);
    const result = this.#results.get(cacheKey) ?? this.#answer(question);
    if (this.#results.size >= maxResults) this.#results.clear();
    this.#results.set(cacheKey, result);
    const { entries, ...answer } = result;
    const page = entries.slice(offset, offset + limit);
    return { ...answer, hits: page.map(({ document }) => ({ id: document.id, card: document.card })) };
  }

  suggest({ text, limit }: { text: string; limit: number }): readonly Completion[] {
    const typed = tokensOf(text);
    if (typed.length === 0) return [];
    const ranked = rank(this.#resolve(this.#names.find(typed)), typed);
    return completionsFor(typed, ranked, [...this.#genres.keys()], limit);
  }

  #answer(question: Question): Result {
    const words = tokensOf(question.text);
    if (words.length === 0) return toResult([...this.#entries.values()], question, words);
    const exact = this.#words.find(words);
    const respelled = exact.size > 0 ? undefined : this.#respell(words);
    if (!respelled) return toResult(this.#resolve(exact), question, words);
    return {
      ...toResult(this.#resolve(respelled.found), question, respelled.words),
      didYouMean: respelled.words.join(' '),
    };
  }

  /** The likeliest spelling that finds something; of equally likely ones the one that finds most. */
  #respell(words: readonly string[]): { words: string[]; found: ReadonlySet<string> } | undefined {
    if (words.length > 6) return undefined;
    const choices = words.map((word) =>
      this.#words.has(word)
        ? [{ words: [word], cost: 0 }]
        : nearestWords(word, this.#words.words(), words.length > 3 ? 2 : 4),
    );
    let best: { words: string[]; cost: number; found: ReadonlySet<string> } | undefined;
    for (const { words: spelling, cost } of combinationsOf(choices)) {
      if (best && cost > best.cost) break;
      const found = this.#words.find(spelling);
      if (found.size > (best?.found.size ?? 0)) best = { words: spelling, cost, found };
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

  #resolve(ids: ReadonlySet<string>): WorkEntry[] {
    return [...ids].flatMap((id) => this.#entries.get(id) ?? []);
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
  const newest = compareBy({ sort: 'newest' });
  return entries
    .map((entry) => ({ entry, score: relevanceOf(entry, words) }))
    .sort((a, b) => b.score - a.score || newest(a.entry, b.entry))
    .map(({ entry }) => entry);
}
