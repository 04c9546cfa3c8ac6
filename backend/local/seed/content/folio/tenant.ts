import { TenantProfile } from '@tessera/contracts/tenant.ts';
import type { SeedTenant } from '../../types.ts';
import { articles } from './articles.ts';
import { audiobooks } from './audiobooks.ts';
import { books } from './books.ts';
import { makers } from './makers.ts';

const works = [...books, ...audiobooks];
const having = (genre: string) => works.filter((one) => one.genres.includes(genre)).map((one) => one.id);
const newest = (kind: string, count: number) =>
  works
    .filter((one) => one.kind === kind)
    .sort((a, b) => b.publishedOn.localeCompare(a.publishedOn))
    .slice(0, count)
    .map((one) => one.id);

export const folio: SeedTenant = {
  profile: TenantProfile.parse({
    id: 'folio',
    name: 'Folio Press',
    tagline: 'Books for the long evening',
    legalName: 'Folio Press GmbH',
    country: 'DE',
    supportEmail: 'hilfe@folio.example',
    theme: {
      face: 'folio',
      accent: { light: '#7a3b12', dark: '#e9a877' },
      radius: 'none',
      density: 'comfortable',
      coverShape: 'portrait',
      scheme: 'auto',
    },
    locales: ['en', 'de', 'ar'],
    currencies: ['EUR', 'GBP', 'CHF'],
    countries: ['DE', 'AT', 'FR', 'NL', 'IT', 'ES', 'GB', 'CH'],
    taxDisplay: 'inclusive',
    kinds: ['book', 'audiobook'],
    flags: { chat: true, recommendations: true, 'gift-cards': false },
  }),
  store: { id: 'sto_folio', name: 'Folio Press', slug: 'folio-press' },
  taxRegistrations: [{ country: 'DE' }, { country: 'DE', scheme: 'oss' }, { country: 'GB' }, { country: 'CH' }],
  priceLists: [
    { id: 'eu', currency: 'EUR', countries: [] },
    { id: 'uk', currency: 'GBP', countries: ['GB'] },
    { id: 'ch', currency: 'CHF', countries: ['CH'] },
  ],
  makers,
  works,
  home: {
    headline: 'Everybody gets their hour back',
    text: 'Edith Marrow’s new novel returns a town’s clocks an hour wrong, and nobody complains. Read the first chapter before you decide.',
    cta: 'Open the book',
    workId: 'wrk_the-clockmaker-of-hollow-street',
    shelves: [
      {
        id: 'new',
        title: 'New on the table',
        reason: 'Published this year',
        href: '/browse/book?sort=newest',
        workIds: newest('book', 8),
      },
      {
        id: 'crime',
        title: 'One more chapter',
        reason: 'Crime for people with work in the morning',
        href: '/search?genre=Crime',
        workIds: having('Crime'),
      },
      {
        id: 'listen',
        title: 'To be heard',
        reason: 'Audiobooks and radio plays',
        href: '/browse/audiobook',
        workIds: newest('audiobook', 8),
      },
      {
        id: 'essays',
        title: 'Thinking slowly',
        reason: 'Essays for the window seat',
        href: '/search?genre=Essays',
        workIds: having('Essays'),
      },
      {
        id: 'kitchen',
        title: 'For the kitchen shelf',
        reason: 'Cooked from, not just read',
        href: '/search?genre=Cooking',
        workIds: having('Cooking'),
      },
    ],
  },
  articles,
  users: [
    { email: 'lena@shopper.example', name: 'Lena Vogt', password: 'Lesezeichen-42', roles: ['shopper'] },
    { email: 'admin@folio.example', name: 'Friedrich Ohm', password: 'Bleisatz-42', roles: ['admin'] },
  ],
};
