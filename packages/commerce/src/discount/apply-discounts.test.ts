import type { DiscountOffer, DiscountRule } from '@tessera/contracts/api/discounts.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chargeStep } from '../money/charge-step.ts';
import { toPspAmount } from '../money/psp-amount.ts';
import { calculateFromTables } from '../tax/table-tax-provider.ts';
import { computeTotals } from '../order/totals.ts';
import { applyDiscounts, reckon } from './apply-discounts.ts';
import type { DiscountCandidate, DiscountLine } from './discount.ts';

const at = '2026-06-01T12:00:00.000Z';
const rule = (offer: DiscountOffer, over: Partial<DiscountRule> = {}): DiscountRule => ({
  name: 'Sale',
  offer,
  scope: { kind: 'order' },
  validFrom: '2026-01-01T00:00:00.000Z',
  minimum: { subtotals: [] },
  combinable: true,
  priority: 0,
  oncePerCustomer: false,
  firstOrderOnly: false,
  renewals: 'once',
  ...over,
});
const line = (id: string, unitMinor: bigint, over: Partial<DiscountLine> = {}): DiscountLine => ({
  id,
  workId: `wrk_${id}`,
  kind: 'album',
  quantity: 1,
  unitMinor,
  renews: false,
  delivered: false,
  ...over,
});
const of = (discountId: string, given: DiscountRule, code?: string): DiscountCandidate => ({
  discountId,
  singleUse: false,
  rule: given,
  ...(code ? { code } : {}),
});
const percent = (text: string): DiscountOffer => ({ kind: 'percent', percent: text });
const amount = (amountMinor: string, currency = 'USD'): DiscountOffer => ({
  kind: 'amount',
  amounts: [{ amountMinor, currency }],
});
const usd = { currency: 'USD', at };
const reasonsOf = (lines: DiscountLine[], ...given: DiscountCandidate[]) =>
  applyDiscounts(lines, given, usd).refused.map(({ reason }) => reason);

describe('kinds of offers', () => {
  test('a part of all lines is rounded once and spread by largest remainder', () => {
    const outcome = applyDiscounts(
      [line('a', 333n), line('b', 333n), line('c', 333n)],
      [of('1', rule(percent('10')))],
      usd,
    );
    expect(outcome.totalMinor).toBe(100n);
    expect([...outcome.lineMinor.values()]).toEqual([34n, 33n, 33n]);
  });

  test('a sum is never more than what it is taken off, and counts only in its currency', () => {
    expect(applyDiscounts([line('a', 300n)], [of('1', rule(amount('500')))], usd).totalMinor).toBe(300n);
    expect(reasonsOf([line('a', 300n)], of('1', rule(amount('500', 'EUR')), 'X'))).toEqual(['other-currency']);
  });

  test('of every three pieces the cheapest is free; two are too few', () => {
    const offer: DiscountOffer = { kind: 'buy-x-get-y', buy: 2, get: 1, percent: '100' };
    const lines = [line('a', 1000n, { quantity: 4 }), line('b', 400n, { quantity: 3 })];
    expect(applyDiscounts(lines, [of('1', rule(offer))], usd).totalMinor).toBe(800n);
    expect(reasonsOf([line('a', 1000n, { quantity: 2 })], of('1', rule(offer), 'X'))).toEqual(['minimum']);
  });

  test('free delivery is for what is delivered', () => {
    const offer = of('1', rule({ kind: 'free-delivery' }), 'SHIP');
    expect(applyDiscounts([line('a', 100n, { delivered: true })], [offer], usd)).toMatchObject({
      freeDelivery: true,
      totalMinor: 0n,
    });
    expect(reasonsOf([line('a', 100n)], offer)).toEqual(['not-these']);
  });
});

describe('what a discount asks', () => {
  test('its window: from its first instant to the one before its last', () => {
    const window = { validFrom: at, validUntil: '2026-06-02T00:00:00.000Z' };
    const reasonAt = (instant: string) =>
      applyDiscounts([line('a', 100n)], [of('1', rule(percent('10'), window), 'X')], { ...usd, at: instant }).refused[0]
        ?.reason;
    expect(reasonAt('2026-06-01T11:59:59.999Z')).toBe('not-yet');
    expect(reasonAt(at)).toBeUndefined();
    expect(reasonAt('2026-06-01T23:59:59.999Z')).toBeUndefined();
    expect(reasonAt('2026-06-02T00:00:00.000Z')).toBe('expired');
  });

  test('its minimum, of the lines it concerns alone', () => {
    const minimum = { subtotals: [{ amountMinor: '1000', currency: 'USD' }] };
    const books = rule(percent('10'), { minimum, scope: { kind: 'kinds', kinds: ['book'] } });
    const lines = [line('a', 5000n), line('b', 999n, { kind: 'book' })];
    expect(reasonsOf(lines, of('1', books, 'X'))).toEqual(['minimum']);
    expect(reasonsOf([line('b', 1000n, { kind: 'book' })], of('1', books, 'X'))).toEqual([]);
    expect(reasonsOf([line('a', 5000n)], of('1', books, 'X'))).toEqual(['not-these']);
    const two = rule(percent('10'), { minimum: { quantity: 2, subtotals: [] } });
    expect(reasonsOf([line('a', 100n)], of('1', two, 'X'))).toEqual(['minimum']);
  });

  test('products and works are told apart', () => {
    const lines = [line('a', 1000n), line('b', 1000n)];
    const off = (scope: DiscountRule['scope']) =>
      applyDiscounts(lines, [of('1', rule(percent('50'), { scope }))], usd).lineMinor;
    expect(off({ kind: 'products', ids: ['a'] })).toEqual(new Map([['a', 500n]]));
    expect(off({ kind: 'works', ids: ['wrk_b'] })).toEqual(new Map([['b', 500n]]));
  });
});

describe('several at once', () => {
  const lines = [line('a', 1000n)];

  test('two codes of one discount are one discount', () => {
    const sale = rule(percent('10'));
    expect(applyDiscounts(lines, [of('1', sale, 'B'), of('1', sale, 'A')], usd)).toMatchObject({
      totalMinor: 100n,
      refused: [{ code: 'B', reason: 'not-combinable' }],
    });
  });

  test('those that combine go one after the other, the higher priority first', () => {
    const tenPercent = of('1', rule(percent('10'), { priority: 1 }));
    const fixed = of('2', rule(amount('100')));
    expect(applyDiscounts(lines, [fixed, tenPercent], usd).totalMinor).toBe(200n);
    const later = of('1', rule(percent('10')));
    const first = of('2', rule(amount('100'), { priority: 1 }));
    expect(applyDiscounts(lines, [later, first], usd).totalMinor).toBe(190n);
  });

  test('one that stands alone counts where it takes more off than all others together, and its name is said where it doesn’t', () => {
    const alone = of('3', rule(percent('30'), { combinable: false }), 'ALONE');
    const small = of('1', rule(percent('10')), 'SMALL');
    expect(applyDiscounts(lines, [small, alone], usd)).toMatchObject({
      totalMinor: 300n,
      refused: [{ code: 'SMALL', reason: 'not-combinable' }],
    });
    const big = of('2', rule(percent('40')), 'BIG');
    expect(applyDiscounts(lines, [small, alone, big], usd)).toMatchObject({
      totalMinor: 460n,
      refused: [{ code: 'ALONE', reason: 'not-combinable' }],
    });
  });
});

const currencies = ['USD', 'EUR', 'JPY', 'CLP', 'ISK', 'UGX', 'MGA', 'KWD', 'BHD', 'TND', 'HUF', 'CLF'];
const arbitraryCurrency = fc.constantFrom(...currencies);
const arbitraryLines = (currency: string) =>
  fc
    .uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z]{1,6}$/),
        kind: fc.constantFrom('album', 'book'),
        quantity: fc.integer({ min: 1, max: 5 }),
        steps: fc.bigInt(0n, 50_000n),
        renews: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8, selector: ({ id }) => id },
    )
    .map((given) =>
      given.map(({ steps, ...rest }) =>
        line(rest.id, steps * chargeStep(currency), { ...rest, workId: `wrk_${rest.id}` }),
      ),
    );
const arbitraryPercent = fc
  .integer({ min: 1, max: 10_000 })
  .map((part) => `${Math.floor(part / 100)}.${String(part % 100).padStart(2, '0')}`);
const arbitraryOffer = (currency: string): fc.Arbitrary<DiscountOffer> =>
  fc.oneof(
    arbitraryPercent.map(percent),
    fc.integer({ min: 1, max: 90_000 }).map((minor) => amount(String(minor), currency)),
    fc.record({
      kind: fc.constant('buy-x-get-y' as const),
      buy: fc.integer({ min: 1, max: 3 }),
      get: fc.integer({ min: 1, max: 3 }),
      percent: arbitraryPercent,
    }),
  );
const arbitraryCandidates = (currency: string) =>
  fc
    .array(
      fc.record({
        offer: arbitraryOffer(currency),
        combinable: fc.boolean(),
        priority: fc.integer({ min: 0, max: 3 }),
        scope: fc.constantFrom<DiscountRule['scope']>({ kind: 'order' }, { kind: 'kinds', kinds: ['book'] }),
      }),
      { maxLength: 6 },
    )
    .map((given) =>
      given.map(({ offer, ...over }, index) =>
        of(`dsc_${index}`, rule(offer, over), index % 2 ? `CODE${index}` : undefined),
      ),
    );
const arbitraryCase = arbitraryCurrency.chain((currency) =>
  fc.record({
    currency: fc.constant(currency),
    lines: arbitraryLines(currency),
    candidates: arbitraryCandidates(currency),
  }),
);
const grossOf = ({ unitMinor, quantity }: DiscountLine): bigint => unitMinor * BigInt(quantity);
const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((all, each) => all + each, 0n);

describe('whatever the lines, the discounts and the currency', () => {
  test('shares sum to the whole, no line goes below nothing, and the rest can be charged', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ currency, lines, candidates }) => {
        const outcome = applyDiscounts(lines, candidates, { currency, at });
        expect(sum(outcome.applied.map(({ amountMinor }) => amountMinor))).toBe(outcome.totalMinor);
        expect(sum(outcome.lineMinor.values())).toBe(outcome.totalMinor);
        for (const each of lines) {
          const off = outcome.lineMinor.get(each.id) ?? 0n;
          expect(off >= 0n && off <= grossOf(each)).toBe(true);
          const amountMinor = grossOf(each) - off;
          const charged = toPspAmount({ amountMinor, currency });
          if (currency !== 'CLF' && amountMinor < 90_000n) expect(charged).toMatchObject({ ok: true });
        }
      }),
    );
  });

  test('the order of lines and of discounts changes nothing', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ currency, lines, candidates }) => {
        const facts = (outcome: ReturnType<typeof applyDiscounts>) => [
          outcome.totalMinor,
          [...outcome.lineMinor].toSorted(([a], [b]) => (a < b ? -1 : 1)),
          outcome.applied.map(({ discountId, amountMinor }) => [discountId, amountMinor]),
          outcome.refused.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
        ];
        expect(facts(applyDiscounts(lines.toReversed(), candidates.toReversed(), { currency, at }))).toEqual(
          facts(applyDiscounts(lines, candidates, { currency, at })),
        );
      }),
    );
  });

  test('a further discount that combines never makes anything dearer', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ currency, lines, candidates }) => {
        const fewer = applyDiscounts(lines, candidates.slice(0, -1), { currency, at });
        const more = applyDiscounts(lines, candidates, { currency, at });
        const spare = BigInt(lines.length + 1) * chargeStep(currency);
        expect(more.totalMinor + spare >= fewer.totalMinor).toBe(true);
      }),
    );
  });

  test('a percentage for ever makes the first payment of what renews no dearer than its renewals', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryPercent, ({ currency, lines, candidates }, part) => {
        const forever = of('dsc_forever', rule(percent(part), { renewals: 'forever', priority: 3 }));
        const { applied, lineMinor } = applyDiscounts(lines, [...candidates, forever], { currency, at });
        const kept = applied.filter(({ rule: { renewals } }) => renewals === 'forever');
        const recurring = lines.filter(({ renews }) => renews);
        const later = reckon(recurring, kept, currency);
        const now = sum(recurring.map(({ id }) => lineMinor.get(id) ?? 0n));
        expect(now >= later.totalMinor).toBe(true);
      }),
    );
  });

  test.each(['inclusive', 'exclusive'] as const)('tax is on what is left, and the totals add up: %s', (priceMode) => {
    fc.assert(
      fc.property(arbitraryCase, ({ currency, lines, candidates }) => {
        const { lineMinor, totalMinor } = applyDiscounts(lines, candidates, { currency, at });
        const result = calculateFromTables({
          currency,
          sellerCountry: 'DE',
          registrations: [{ country: 'DE' }],
          destination: { country: 'DE' },
          priceMode,
          rounding: 'invoice-by-rate',
          lines: lines.map((each) => ({
            id: each.id,
            taxCode: 'txcd_99999999',
            quantity: each.quantity,
            amountMinor: grossOf(each) - (lineMinor.get(each.id) ?? 0n),
          })),
        });
        if (!result.ok) throw new Error(result.reason);
        const totals = computeTotals({
          currency,
          priceMode,
          lineMinor: lines.map(grossOf),
          discountMinor: totalMinor,
          deliveryMinor: 0n,
          tax: result.breakdown,
        });
        expect(totals.totalMinor).toBe(result.breakdown.grossMinor);
      }),
    );
  });
});
