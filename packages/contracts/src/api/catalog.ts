import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { MakerRef, Page, Picture, Price, Viewing, WorkCard, WorkKind } from './common.ts';

export const Product = z
  .object({
    id: z.string(),
    /** "MP3 + FLAC", "180 g vinyl", "E-book (EPUB, PDF)". */
    title: z.string(),
    format: z.string(),
    delivery: z.enum(['digital', 'physical', 'subscription', 'tokens']),
    price: Price.optional(),
    availability: z.object({
      state: z.enum(['available', 'low', 'sold-out', 'back-order', 'not-here']),
      /** Units left, told only when few. */
      left: z.int().optional(),
    }),
    maxQuantity: z.int().positive(),
    /** What the buyer gets. */
    files: z.array(z.object({ name: z.string(), format: z.string(), bytes: z.int() })),
    /** Of a token pack: what it adds to the balance, and how long that holds. */
    tokens: z.object({ amount: z.int().positive(), validMonths: z.int().positive() }).optional(),
    /** Other ways to its files than its price. */
    unlock: z
      .object({
        tokens: z.int().positive().optional(),
        passes: z.array(z.object({ workId: z.string(), slug: z.string(), title: z.string() })),
      })
      .optional(),
  })
  .meta({ id: 'Product' });
export type Product = z.infer<typeof Product>;

export const ContentEntry = z
  .object({ position: z.int(), title: z.string(), durationSeconds: z.number().optional(), note: z.string().optional() })
  .meta({ id: 'ContentEntry' });

export const WorkDetail = WorkCard.extend({
  subtitle: z.string().optional(),
  description: z.string(),
  genres: z.array(z.string()),
  language: z.string().optional(),
  publisher: z.string().optional(),
  publishedOn: z.string().optional(),
  /** Tracks, chapters, lessons or episodes. */
  contents: z.array(ContentEntry),
  contentsLabel: z.enum(['tracks', 'chapters', 'lessons', 'episodes', 'none']),
  preview: z
    .object({
      kind: z.enum(['audio', 'video', 'text']),
      src: z.string(),
      contentType: z.string(),
      durationSeconds: z.number().optional(),
    })
    .optional(),
  licence: z.string(),
  products: z.array(Product),
  related: z.array(WorkCard),
  storeName: z.string(),
}).meta({ id: 'WorkDetail' });
export type WorkDetail = z.infer<typeof WorkDetail>;

export const Shelf = z
  .object({
    id: z.string(),
    title: z.string(),
    reason: z.string().optional(),
    href: z.string(),
    items: z.array(WorkCard),
  })
  .meta({ id: 'Shelf' });
export type Shelf = z.infer<typeof Shelf>;

export const Home = z
  .object({
    hero: z.object({ headline: z.string(), text: z.string(), work: WorkCard, cta: z.string() }).optional(),
    shelves: z.array(Shelf),
  })
  .meta({ id: 'Home' });
export type Home = z.infer<typeof Home>;

export const Facet = z
  .object({
    name: z.enum(['kind', 'genre', 'format', 'year', 'maker']),
    values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int() })),
  })
  .meta({ id: 'Facet' });
export type Facet = z.infer<typeof Facet>;

export const SearchResult = z
  .object({
    items: z.array(WorkCard),
    total: z.int(),
    facets: z.array(Facet),
    nextCursor: z.string().optional(),
    /** A spelling that finds more, where this one found nothing. */
    didYouMean: z.string().optional(),
  })
  .meta({ id: 'SearchResult' });
export type SearchResult = z.infer<typeof SearchResult>;

export const SearchSort = z.enum(['relevance', 'newest', 'price-asc', 'price-desc', 'title']);

export const Suggestion = z
  .object({ text: z.string(), kind: z.enum(['work', 'maker', 'query']), href: z.string(), cover: Picture.optional() })
  .meta({ id: 'Suggestion' });

export const Maker = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    role: z.string(),
    bio: z.string(),
    portrait: Picture,
    works: z.array(WorkCard),
    links: z.array(z.object({ label: z.string(), url: z.string() })),
  })
  .meta({ id: 'Maker' });
export type Maker = z.infer<typeof Maker>;
export { MakerRef };

const viewing = Viewing.extend({});

export const catalogApi = {
  home: endpoint({
    method: 'get',
    path: '/api/public/catalog/home',
    summary: 'Hero and shelves of the shop’s first page',
    query: viewing,
    ok: { 200: Home },
  }),
  search: endpoint({
    method: 'get',
    path: '/api/public/catalog/search',
    summary: 'Works that match, with facets',
    query: viewing.extend({
      q: z.string().max(200).default(''),
      kind: WorkKind.optional(),
      genre: z.string().max(60).optional(),
      format: z.string().max(40).optional(),
      maker: z.string().max(80).optional(),
      year: z.coerce.number().int().optional(),
      sort: SearchSort.default('relevance'),
      ...Page.shape,
    }),
    ok: { 200: SearchResult },
  }),
  suggest: endpoint({
    method: 'get',
    path: '/api/public/catalog/suggest',
    summary: 'Completions while typing',
    query: viewing.extend({ q: z.string().min(1).max(200), limit: z.coerce.number().int().min(1).max(20).default(8) }),
    ok: { 200: z.object({ suggestions: z.array(Suggestion) }) },
  }),
  item: endpoint({
    method: 'get',
    path: '/api/public/catalog/items/{id}',
    summary: 'A work with its products and prices',
    params: z.object({ id: z.string().max(80) }),
    query: viewing,
    ok: { 200: WorkDetail },
    errors: [404],
  }),
  artist: endpoint({
    method: 'get',
    path: '/api/public/artist/{slug}',
    summary: 'A maker and their works',
    params: z.object({ slug: z.string().max(120) }),
    query: viewing,
    ok: { 200: Maker },
    errors: [404],
  }),
};
