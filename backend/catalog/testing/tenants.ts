import type { TenantId } from '@tessera/contracts/ids.ts';
import type { SeedProduct, SeedTenant, SeedWork } from '../../local/seed/types.ts';

const art = (seed: string) => ({ kind: 'record' as const, seed, title: seed, by: 'Nina Vale', palette: 'dusk' });

export function product(id: string, overrides: Partial<SeedProduct> = {}): SeedProduct {
  return {
    id,
    title: 'MP3',
    format: 'MP3',
    delivery: 'digital',
    taxCode: 'txcd_10401100',
    maxQuantity: 1,
    prices: { us: { amountMinor: '900' }, eu: { amountMinor: '850' } },
    files: [],
    ...overrides,
  };
}

export function work(id: string, overrides: Partial<SeedWork> = {}): SeedWork {
  return {
    id,
    slug: id.replace('wrk_', ''),
    kind: 'album',
    title: id.replace('wrk_', ''),
    makerIds: ['mkr_nina'],
    publishedOn: '2024-05-01',
    description: 'Recorded in one night.',
    genres: ['Jazz'],
    licence: 'Personal use.',
    badges: [],
    contents: [],
    contentsLabel: 'none',
    cover: art(id),
    products: [product(id.replace('wrk_', 'prd_'))],
    ...overrides,
  };
}

export function tenant(id: string, overrides: Partial<SeedTenant> = {}): SeedTenant {
  return {
    profile: {
      id: id as TenantId,
      name: id,
      tagline: 'Records',
      legalName: `${id} Ltd.`,
      country: 'US',
      supportEmail: `help@${id}.example`,
      theme: {
        face: 'aria',
        accent: { light: '#a33', dark: '#f99' },
        radius: 'small',
        density: 'comfortable',
        coverShape: 'square',
        scheme: 'auto',
      },
      locales: ['en', 'de'],
      currencies: ['USD', 'EUR'],
      countries: ['US', 'DE', 'FR'],
      taxDisplay: 'by-location',
      kinds: ['album'],
      flags: { reviews: true },
    },
    store: { id: 'sto_main', name: `${id} store`, slug: 'main' },
    taxRegistrations: [{ country: 'DE' }],
    priceLists: [
      { id: 'us', currency: 'USD', countries: [] },
      { id: 'eu', currency: 'EUR', countries: ['DE'] },
    ],
    makers: [
      {
        id: 'mkr_nina',
        slug: 'nina-vale',
        name: 'Nina Vale',
        role: 'Artist',
        bio: 'Plays late.',
        portrait: art('nina'),
      },
    ],
    works: [work('wrk_harbour')],
    home: { headline: 'New', text: 'Listen', cta: 'Go', workId: 'wrk_harbour', shelves: [] },
    articles: [],
    users: [],
    ...overrides,
  };
}
