import { TenantProfile } from '@tessera/contracts/tenant.ts';
import type { SeedTenant } from '../../types.ts';
import { albums } from './albums.ts';
import { articles } from './articles.ts';
import { makers } from './makers.ts';
import { merch } from './merch.ts';
import { singles } from './singles.ts';

const works = [...albums, ...singles, ...merch];
const newest = (kind: string, count: number) =>
  works
    .filter((one) => one.kind === kind)
    .sort((a, b) => b.publishedOn.localeCompare(a.publishedOn))
    .slice(0, count)
    .map((one) => one.id);

export const aria: SeedTenant = {
  profile: TenantProfile.parse({
    id: 'aria',
    name: 'Aria Records',
    tagline: 'Records by people who were in the room',
    legalName: 'Aria Records LLC',
    country: 'US',
    supportEmail: 'help@aria.example',
    theme: {
      face: 'aria',
      accent: { light: '#b3261e', dark: '#ff8a7a' },
      radius: 'small',
      density: 'comfortable',
      coverShape: 'square',
      scheme: 'auto',
    },
    locales: ['en', 'de', 'ar'],
    currencies: ['USD', 'EUR', 'GBP'],
    countries: ['US', 'GB', 'DE', 'FR', 'NL', 'SE', 'CA'],
    taxDisplay: 'by-location',
    kinds: ['album', 'track', 'merch'],
    flags: { chat: true, recommendations: true, 'gift-cards': false },
  }),
  store: { id: 'sto_aria', name: 'Aria Records', slug: 'aria-records' },
  taxRegistrations: [
    { country: 'US', region: 'CA' },
    { country: 'US', region: 'NY' },
    { country: 'US', region: 'WA' },
    { country: 'GB' },
    { country: 'DE', scheme: 'oss' },
  ],
  priceLists: [
    { id: 'us', currency: 'USD', countries: [] },
    { id: 'eu', currency: 'EUR', countries: [] },
    { id: 'uk', currency: 'GBP', countries: ['GB'] },
  ],
  makers,
  works,
  home: {
    headline: 'A harbour made of glass',
    text: 'Mara Lindqvist’s new album was eleven months of rain in the making. Hear it with the windows open.',
    cta: 'Open the album',
    workId: 'wrk_glass-harbour',
    shelves: [
      {
        id: 'new-albums',
        title: 'New albums',
        reason: 'Out this season, on file and on vinyl',
        href: '/browse/album?sort=newest',
        workIds: newest('album', 8),
      },
      {
        id: 'staff',
        title: 'Kept on the office turntable',
        reason: 'What we play when nobody is listening',
        href: '/search?q=',
        workIds: [
          'wrk_nine-small-suns',
          'wrk_felt',
          'wrk_rain-on-a-caravan',
          'wrk_trig-points',
          'wrk_two-for-the-road',
          'wrk_kitchens-at-night',
        ],
      },
      {
        id: 'singles',
        title: 'Singles',
        reason: 'One song, three minutes of your day',
        href: '/browse/track?sort=newest',
        workIds: newest('track', 8),
      },
      {
        id: 'goods',
        title: 'Things to hold',
        reason: 'Made in small numbers by people we know',
        href: '/browse/merch',
        workIds: newest('merch', 8),
      },
    ],
  },
  articles,
  users: [
    { email: 'sam@shopper.example', name: 'Sam Rivera', password: 'Harbour-42', roles: ['shopper'] },
    { email: 'admin@aria.example', name: 'Alma Reyes', password: 'Turntable-42', roles: ['admin'] },
    { email: 'dev@aria.example', name: 'Devi Rao', password: 'Soldering-42', roles: ['developer', 'staff'] },
  ],
};
