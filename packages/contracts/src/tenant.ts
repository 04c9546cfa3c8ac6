import { z } from 'zod';
import { TenantId } from './ids.ts';
import { CountryCode, CurrencyCode } from './money.ts';

export const Locale = z.enum(['en', 'de', 'ar']);
export type Locale = z.infer<typeof Locale>;

export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr');

/** A tenant's face is data: a small set of tokens, never CSS. `packages/ui` turns it into custom properties. */
export const TenantTheme = z
  .object({
    /** Which of the built-in faces the tokens start from. */
    face: z.enum(['aria', 'folio', 'lumen']),
    /** Accent colour for light and dark, as sRGB hex. */
    accent: z.object({ light: z.string(), dark: z.string() }),
    radius: z.enum(['none', 'small', 'medium', 'large']),
    density: z.enum(['compact', 'comfortable']),
    coverShape: z.enum(['square', 'portrait', 'wide']),
    /** The scheme where the visitor states no preference of their own. */
    scheme: z.enum(['light', 'dark', 'auto']),
  })
  .meta({ id: 'TenantTheme' });
export type TenantTheme = z.infer<typeof TenantTheme>;

/** What a page may know about its tenant. Public: it is inlined into documents that are cached. */
export const TenantProfile = z
  .object({
    id: TenantId,
    name: z.string(),
    tagline: z.string(),
    legalName: z.string(),
    country: CountryCode,
    supportEmail: z.email(),
    theme: TenantTheme,
    locales: z.array(Locale).min(1),
    currencies: z.array(CurrencyCode).min(1),
    /** Countries the shop sells to. The first is the default where the edge knows nothing of the visitor. */
    countries: z.array(CountryCode).min(1),
    taxDisplay: z.enum(['inclusive', 'exclusive', 'by-location']),
    /** Kinds on sale, in the order the navigation shows them. */
    kinds: z.array(z.string()).min(1),
    flags: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'TenantProfile' });
export type TenantProfile = z.infer<typeof TenantProfile>;
