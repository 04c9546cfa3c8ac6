import type { WorkKind } from '@tessera/contracts/api/common.ts';

/** What the index knows of a published work. `card` comes back with each hit, as it was put in. */
export interface SearchDocument {
  id: string;
  kind: WorkKind;
  title: string;
  subtitle?: string;
  makers: readonly { id: string; slug: string; name: string }[];
  genres: readonly string[];
  formats: readonly string[];
  year?: number;
  /** ISO date; `newest` sorts by it. */
  publishedOn: string;
  description: string;
  /** Price list id → lowest amount in minor units, for sorting alone: amounts that are shown come from `card`. */
  listPrices: Readonly<Record<string, number>>;
  card: unknown;
}

export type SearchSort = 'relevance' | 'newest' | 'price-asc' | 'price-desc' | 'title';

export interface SearchFilters {
  kind?: WorkKind;
  genre?: string;
  format?: string;
  /** Slug or id. */
  maker?: string;
  year?: number;
}

export interface WorkQuery {
  text: string;
  filters: SearchFilters;
  sort: SearchSort;
  /** The list that price sorts read; works without a price in it come last. */
  priceListId?: string;
  offset: number;
  limit: number;
}

export type FacetName = 'kind' | 'genre' | 'format' | 'year' | 'maker';

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

export interface WorkHits {
  hits: readonly { id: string; card: unknown }[];
  total: number;
  /** Counts among all matches, most frequent first, at most 20 each; facets without values are left out. */
  facets: readonly { name: FacetName; values: readonly FacetValue[] }[];
  /** The spelling that the hits were found with, where the given one found nothing. */
  didYouMean?: string;
}

export type Completion =
  | { kind: 'work'; id: string; card: unknown }
  | { kind: 'maker'; slug: string; name: string }
  | { kind: 'genre'; name: string };

/** A part of a help article, small enough to be quoted. */
export interface Passage {
  /** Unique within the tenant: `refunds/de/how-long`. */
  id: string;
  slug: string;
  locale: string;
  title: string;
  sectionId: string;
  heading: string;
  text: string;
  embedding?: readonly number[];
}

export interface PassageQuery {
  text: string;
  locale: string;
  /** Of the question, by the model the passages were embedded with. */
  embedding?: readonly number[];
  limit: number;
}

export interface PassageHit {
  passage: Omit<Passage, 'embedding'>;
  /** Cosine similarity of the embeddings; undefined where either is missing. */
  similarity?: number;
  /** Text relevance from 0 to 1, relative to the best hit. */
  textScore: number;
}

/** The index of one tenant. No method can reach another's. */
export interface TenantSearch {
  search(query: WorkQuery): Promise<WorkHits>;
  suggest(query: { text: string; limit: number }): Promise<readonly Completion[]>;
  /** Engines may take a moment before others see what was put or removed. */
  put(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Replaces all passages of one article in one language; an empty list removes them. */
  putPassages(article: { slug: string; locale: string }, passages: readonly Passage[]): Promise<void>;
  searchPassages(query: PassageQuery): Promise<readonly PassageHit[]>;
}

export interface SearchEngine {
  forTenant(tenantId: string): TenantSearch;
}

/** How deep a result list can be paged; engines refuse to sort further. */
export const maxOffset = 10_000;
