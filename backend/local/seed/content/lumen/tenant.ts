import { TenantProfile } from '@tessera/contracts/tenant.ts';
import type { SeedTenant } from '../../types.ts';
import { articles } from './articles.ts';
import { films } from './films.ts';
import { courses, goods, podcasts } from './learning.ts';
import { makers } from './makers.ts';
import { membership } from './membership.ts';

const works = [...films, ...courses, ...podcasts, ...goods, ...membership];
const having = (genre: string) => works.filter((one) => one.genres.includes(genre)).map((one) => one.id);
const newest = (kind: string, count: number) =>
  works
    .filter((one) => one.kind === kind)
    .sort((a, b) => b.publishedOn.localeCompare(a.publishedOn))
    .slice(0, count)
    .map((one) => one.id);

export const lumen: SeedTenant = {
  profile: TenantProfile.parse({
    id: 'lumen',
    name: 'Lumen Films',
    tagline: 'Small films, large screens, any screen',
    legalName: 'Lumen Films Inc.',
    country: 'CA',
    supportEmail: 'help@lumen.example',
    theme: {
      face: 'lumen',
      accent: { light: '#8a4b00', dark: '#ffc04d' },
      radius: 'medium',
      density: 'comfortable',
      coverShape: 'wide',
      scheme: 'dark',
    },
    locales: ['en', 'de', 'ar'],
    currencies: ['CAD', 'USD'],
    countries: ['CA', 'US'],
    taxDisplay: 'exclusive',
    kinds: ['film', 'course', 'podcast', 'merch', 'subscription', 'tokens'],
    flags: { chat: true, recommendations: true, 'gift-cards': false },
  }),
  store: { id: 'sto_lumen', name: 'Lumen Films', slug: 'lumen-films' },
  taxRegistrations: ['ON', 'QC', 'BC', 'AB', 'NS', 'NB', 'NL', 'PE', 'MB', 'SK', 'NT', 'NU', 'YT'].map((region) => ({
    country: 'CA',
    region,
  })),
  priceLists: [
    { id: 'ca', currency: 'CAD', countries: [] },
    { id: 'us', currency: 'USD', countries: [] },
  ],
  makers,
  works,
  home: {
    headline: 'The lamp is still lit',
    text: 'Inés Ferrar spent a winter with the last three keepers on the coast. Her film is as warm as the room at the top of the stairs.',
    cta: 'See the film',
    workId: 'wrk_the-lighthouse-keepers',
    shelves: [
      {
        id: 'new',
        title: 'New this season',
        reason: 'Straight from the edit',
        href: '/browse/film?sort=newest',
        workIds: newest('film', 8),
      },
      {
        id: 'documentary',
        title: 'True, mostly',
        reason: 'Documentaries from the second question on',
        href: '/search?genre=Documentary',
        workIds: having('Documentary'),
      },
      {
        id: 'animation',
        title: 'One frame at a time',
        reason: 'Animation by Joon Park',
        href: '/search?genre=Animation',
        workIds: having('Animation'),
      },
      {
        id: 'courses',
        title: 'Make one yourself',
        reason: 'Courses by the people who made these',
        href: '/browse/course',
        workIds: newest('course', 8),
      },
      {
        id: 'membership',
        title: 'Stay a while',
        reason: 'A pass for those who watch, tokens for those who sometimes do',
        href: '/browse/subscription',
        workIds: membership.map(({ id }) => id),
      },
      {
        id: 'podcasts',
        title: 'With your eyes closed',
        reason: 'Podcasts',
        href: '/browse/podcast',
        workIds: newest('podcast', 8),
      },
    ],
  },
  articles,
  users: [
    { email: 'noa@shopper.example', name: 'Noa Gagnon', password: 'Matinee-42', roles: ['shopper'] },
    { email: 'admin@lumen.example', name: 'Odile Côté', password: 'Projector-42', roles: ['admin'] },
    { email: 'dev@lumen.example', name: 'Kofi Mensah', password: 'Splicer-42', roles: ['developer'] },
  ],
};
