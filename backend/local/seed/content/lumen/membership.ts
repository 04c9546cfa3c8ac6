import type { SeedWork } from '../../types.ts';
import { priceIn, productId, taxCodes, work } from '../build.ts';

export const passWorkId = 'wrk_lumen-pass';

const house = { makers: ['lumen-films'], by: 'Lumen Films', art: 'still', publisher: 'Lumen Films' } as const;

const plan = (interval: 'month' | 'year', cad: number, usd: number) => ({
  id: productId('Lumen Pass', interval),
  title: interval === 'month' ? 'Monthly' : 'Yearly',
  format: 'pass',
  delivery: 'subscription' as const,
  taxCode: taxCodes.film,
  interval,
  maxQuantity: 1,
  prices: priceIn({ ca: cad, us: usd }),
  files: [],
});

const pack = (amount: number, cad: number, usd: number) => ({
  id: productId('Lumen Tokens', String(amount)),
  title: `${amount} tokens`,
  format: 'tokens',
  delivery: 'tokens' as const,
  taxCode: taxCodes.service,
  maxQuantity: 5,
  tokens: { amount, validMonths: 12 },
  prices: priceIn({ ca: cad, us: usd }),
  files: [],
});

export const membership: readonly SeedWork[] = [
  work({
    ...house,
    kind: 'subscription',
    title: 'Lumen Pass',
    palette: 'ink',
    publishedOn: '2026-09-01',
    description:
      'Every film we released before this year, for as long as you stay: pick one in the shop, open it with your pass, and it stands on your shelves. It renews by itself and you end it yourself, in your library, with one button; what you have paid for you keep until its last day.',
    genres: ['Membership'],
    licence: 'For viewing at home, as long as the pass runs.',
    badges: ['staff-pick'],
    products: [plan('month', 1199, 999), plan('year', 11900, 9900)],
  }),
  work({
    ...house,
    kind: 'tokens',
    title: 'Lumen Tokens',
    palette: 'citrus',
    publishedOn: '2026-09-01',
    description:
      'For those who watch now and then. Two or three tokens open a film for good, older ones for less. They hold for twelve months, and those that run out first are spent first.',
    genres: ['Membership'],
    licence: 'Tokens open films in this shop. Those you have not spent can be given back with their order.',
    products: [pack(10, 2500, 2000), pack(50, 9900, 7900)],
  }),
];
