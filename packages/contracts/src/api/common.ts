import { z } from 'zod';
import { CountryCode, CurrencyCode, MoneyWire } from '../money.ts';
import { Locale } from '../tenant.ts';

/** Decides words and prices; in the URL, because caches key on it. Absent values take the tenant's defaults. */
export const Viewing = z.object({
  locale: Locale.optional(),
  currency: CurrencyCode.optional(),
  country: CountryCode.optional(),
});

export const Page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(24),
  /** Opaque; taken from the previous answer's `nextCursor`. */
  cursor: z.string().max(1024).optional(),
});

export const WorkKind = z
  .enum(['album', 'track', 'book', 'audiobook', 'film', 'course', 'podcast', 'merch', 'subscription', 'tokens'])
  .meta({ id: 'WorkKind' });
export type WorkKind = z.infer<typeof WorkKind>;

/** Pixel sizes stand beside every picture, and its dominant colour behind it, so that nothing shifts. */
export const Picture = z
  .object({
    src: z.string(),
    srcset: z.array(z.object({ src: z.string(), width: z.int() })),
    width: z.int(),
    height: z.int(),
    color: z.string(),
    alt: z.string(),
  })
  .meta({ id: 'Picture' });
export type Picture = z.infer<typeof Picture>;

export const MakerRef = z
  .object({ id: z.string(), slug: z.string(), name: z.string(), role: z.string() })
  .meta({ id: 'MakerRef' });
export type MakerRef = z.infer<typeof MakerRef>;

/** A price as it is shown and, unchanged, charged. */
export const Price = z
  .object({
    amount: MoneyWire,
    /** The former price, struck through. */
    compareAt: MoneyWire.optional(),
    tax: z.object({
      display: z.enum(['inclusive', 'exclusive']),
      /** E.g. "incl. 7 % VAT"; localised. */
      label: z.string(),
    }),
    /** `month` or `year` for a recurring price. */
    interval: z.enum(['month', 'year']).optional(),
  })
  .meta({ id: 'Price' });
export type Price = z.infer<typeof Price>;

export const WorkCard = z
  .object({
    id: z.string(),
    slug: z.string(),
    kind: WorkKind,
    title: z.string(),
    makers: z.array(MakerRef),
    cover: Picture,
    year: z.int().optional(),
    /** How long it plays in all; absent for what does not play. */
    durationSeconds: z.number().optional(),
    /** Lowest price of its products here; absent where it is not sold to this country. */
    fromPrice: Price.optional(),
    badges: z.array(z.enum(['new', 'limited', 'sale', 'staff-pick'])),
  })
  .meta({ id: 'WorkCard' });
export type WorkCard = z.infer<typeof WorkCard>;
