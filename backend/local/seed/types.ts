import type { WorkKind } from '@tessera/contracts/api/common.ts';
import type { TenantProfile } from '@tessera/contracts/tenant.ts';
import type { TaxRegistration } from '../../table/tenant-profile.ts';

/** What the content of a demo tenant looks like before it is written. All ids are fixed, so that seeding twice changes nothing. */
export interface SeedTenant {
  profile: TenantProfile;
  /** The shop's default store. */
  store: { id: string; name: string; slug: string };
  /** ISO country and, where tax needs it, region the seller is registered in. */
  taxRegistrations: readonly TaxRegistration[];
  priceLists: readonly SeedPriceList[];
  makers: readonly SeedMaker[];
  works: readonly SeedWork[];
  home: { headline: string; text: string; cta: string; workId: string; shelves: readonly SeedShelf[] };
  articles: readonly SeedArticle[];
  users: readonly { email: string; name: string; password: string; roles: readonly string[] }[];
}

export interface SeedPriceList {
  id: string;
  currency: string;
  /** Countries it serves; empty for every country of the tenant. */
  countries: readonly string[];
}

export interface SeedMaker {
  id: string;
  slug: string;
  name: string;
  role: string;
  bio: string;
  portrait: ArtRequest;
}

export interface SeedWork {
  id: string;
  slug: string;
  kind: WorkKind;
  title: string;
  subtitle?: string;
  makerIds: readonly string[];
  /** ISO date. */
  publishedOn: string;
  description: string;
  genres: readonly string[];
  language?: string;
  publisher?: string;
  licence: string;
  badges: readonly ('new' | 'limited' | 'staff-pick')[];
  contents: readonly { title: string; durationSeconds?: number; note?: string }[];
  contentsLabel: 'tracks' | 'chapters' | 'lessons' | 'episodes' | 'none';
  cover: ArtRequest;
  preview?: FileRequest;
  products: readonly SeedProduct[];
}

export interface SeedProduct {
  id: string;
  title: string;
  format: string;
  delivery: 'digital' | 'physical' | 'subscription' | 'tokens';
  /** Stripe Tax product tax code, e.g. `txcd_10401100`. */
  taxCode: string;
  interval?: 'month' | 'year';
  maxQuantity: number;
  /** Of a token pack. */
  tokens?: { amount: number; validMonths: number };
  /** Other ways to it than its price: tokens, and the works whose subscription includes it. */
  unlock?: { tokens: number; passWorkIds: readonly string[] };
  stock?: number;
  /** Per price list id, in minor units. */
  prices: Readonly<Record<string, { amountMinor: string; compareAtMinor?: string }>>;
  files: readonly (FileRequest & { assetId: string; name: string })[];
}

export interface SeedShelf {
  id: string;
  title: string;
  reason?: string;
  href: string;
  workIds: readonly string[];
}

export interface SeedArticle {
  slug: string;
  locale: 'en' | 'de' | 'ar';
  title: string;
  summary: string;
  topic: string;
  sections: readonly { id: string; heading: string; text: string }[];
}

/** A picture our own generator draws; the same request gives the same bytes. */
export interface ArtRequest {
  /** `record` is square, `book` 2:3, `still` 16:9, `maker` a square portrait. */
  kind: 'record' | 'book' | 'still' | 'maker';
  seed: string;
  title: string;
  by: string;
  /** Name of a palette of `make/art/palettes.ts`. */
  palette: string;
}

/** A file our own code makes at seed time; the same request gives the same bytes. */
export type FileRequest =
  | {
      make: 'music';
      seed: string;
      seconds: number;
      format: 'mp3' | 'wav';
      title: string;
      by: string;
      album: string;
      track: number;
    }
  | {
      make: 'book';
      seed: string;
      format: 'epub' | 'pdf';
      language: string;
      title: string;
      by: string;
      chapters: readonly { title: string; paragraphs: readonly string[] }[];
    }
  | { make: 'film'; seed: string; seconds: number; format: 'mp4'; title: string }
  | { make: 'text'; format: 'txt' | 'pdf'; title: string; paragraphs: readonly string[] };
