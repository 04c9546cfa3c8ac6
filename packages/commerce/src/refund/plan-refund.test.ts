import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveryPart, sum, toPaidParts, type FrozenAmounts, type PaidPart } from './paid-parts.ts';
import {
  partsLeft,
  planRefund,
  shareAmount,
  shareGone,
  totalOf,
  type RefundableOrder,
  type RefundShare,
} from './plan-refund.ts';

const wish = { currency: 'USD', lines: [], delivery: false };

const orderOf = (over: Partial<RefundableOrder> = {}): RefundableOrder => ({
  state: 'paid',
  currency: 'USD',
  parts: [
    { id: 'a-1', quantity: 3, grossMinor: 1000n, taxMinor: [67n, 10n] },
    { id: 'a-2', quantity: 1, grossMinor: 500n, taxMinor: [33n, 0n] },
    { id: deliveryPart, quantity: 1, grossMinor: 300n, taxMinor: [0n, 0n] },
  ],
  refunds: [],
  ...over,
});

const amounts = fc.bigInt({ min: 0n, max: 100_000n });

const frozenOrders = fc
  .record({
    priceMode: fc.constantFrom('inclusive' as const, 'exclusive' as const),
    lines: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 7 }), amountMinor: amounts, off: amounts }), {
      minLength: 1,
      maxLength: 6,
    }),
    named: fc.boolean(),
    deliveryMinor: fc.oneof(fc.constant(0n), amounts),
    taxes: fc.array(fc.record({ percent: fc.bigInt({ min: 0n, max: 24n }), shared: fc.boolean() }), { maxLength: 3 }),
  })
  .map(({ priceMode, lines, named, deliveryMinor, taxes }): FrozenAmounts => {
    const discounts = lines.map(({ amountMinor, off }) => (off > amountMinor ? 0n : off));
    const charged = sum(lines.map(({ amountMinor }) => amountMinor)) - sum(discounts) + deliveryMinor;
    const rated = taxes.map(({ percent, shared }) => ({
      taxMinor: (charged * percent) / 200n,
      ...(shared ? { shares: new Map(lines.map((_, index) => [`a-${index + 1}`, BigInt(index)])) } : {}),
    }));
    // A tax of one line alone fits into an inclusive price only where that line is large enough.
    const fitting = priceMode === 'inclusive' ? rated.map(({ taxMinor }) => ({ taxMinor })) : rated;
    return {
      currency: 'USD',
      priceMode,
      lines: lines.map(({ quantity, amountMinor }, index) => ({
        id: `a-${index + 1}`,
        quantity,
        amountMinor,
        ...(named ? { discountMinor: discounts[index] ?? 0n } : {}),
      })),
      discountMinor: sum(discounts),
      deliveryMinor,
      taxes: fitting,
      totalMinor: priceMode === 'inclusive' ? charged : charged + sum(rated.map(({ taxMinor }) => taxMinor)),
    };
  });

const taxTotals = (parts: readonly PaidPart[], taxes: number): bigint[] =>
  Array.from({ length: taxes }, (_, index) => sum(parts.map(({ taxMinor }) => taxMinor[index] ?? 0n)));

test('the parts of an order sum to its total, and to each of its taxes', () => {
  fc.assert(
    fc.property(frozenOrders, (order) => {
      const parts = toPaidParts(order);
      expect(totalOf(parts)).toBe(order.totalMinor);
      expect(taxTotals(parts, order.taxes.length)).toEqual(order.taxes.map(({ taxMinor }) => taxMinor));
    }),
    { seed: 11 },
  );
});

const wishes = fc.array(
  fc.record({
    line: fc.nat({ max: 5 }),
    quantity: fc.integer({ min: 1, max: 7 }),
    delivery: fc.boolean(),
    amountMinor: fc.oneof(fc.constant(0n), fc.bigInt({ min: 1n, max: 60_000n })),
    kind: fc.constantFrom('line', 'money', 'both'),
    fails: fc.boolean(),
  }),
  { maxLength: 14 },
);

test('refunds in parts, some of them failing, sum to the whole: per line, per tax and in all, and are never more', () => {
  fc.assert(
    fc.property(frozenOrders, wishes, (frozen, tries) => {
      const parts = toPaidParts(frozen);
      let refunds: (readonly RefundShare[])[] = [];
      for (const { line, quantity, delivery, amountMinor, kind, fails } of tries) {
        const lines = kind === 'money' ? [] : [{ lineId: `a-${line + 1}`, quantity }];
        const money = kind === 'line' ? {} : { amountMinor };
        const plan = planRefund(orderOf({ parts, refunds }), { currency: 'USD', lines, delivery, ...money });
        if (!plan.ok) continue;
        expect(plan.amountMinor).toBe(totalOf(plan.shares));
        refunds = fails && refunds.length > 0 ? [...refunds.slice(1), plan.shares] : [...refunds, plan.shares];
        for (const left of partsLeft(parts, refunds)) {
          expect(left.quantity).toBeGreaterThanOrEqual(0);
          expect([left.grossMinor, ...left.taxMinor].every((amount) => amount >= 0n)).toBe(true);
        }
      }
      const left = totalOf(partsLeft(parts, refunds));
      if (left > 0n) {
        const rest = planRefund(orderOf({ parts, refunds }), { ...wish, amountMinor: left });
        if (!rest.ok) throw new Error(rest.reason);
        refunds = [...refunds, rest.shares];
      }
      for (const part of partsLeft(parts, refunds)) {
        expect(part.grossMinor).toBe(0n);
        expect(part.taxMinor).toEqual(parts[0]?.taxMinor.map(() => 0n));
      }
      expect(planRefund(orderOf({ parts, refunds }), { ...wish, amountMinor: 1n })).toMatchObject({
        reason: 'amount-over-left',
      });
    }),
    { seed: 12, numRuns: 300 },
  );
});

test('piece by piece is the same as all at once', () => {
  const all = planRefund(orderOf(), { ...wish, lines: [{ lineId: 'a-1', quantity: 3 }] });
  const refunds: (readonly RefundShare[])[] = [];
  for (let piece = 0; piece < 3; piece += 1) {
    const one = planRefund(orderOf({ refunds }), { ...wish, lines: [{ lineId: 'a-1', quantity: 1 }] });
    if (one.ok) refunds.push(one.shares);
  }
  expect(refunds.map(totalOf)).toEqual([334n, 333n, 333n]);
  expect(all).toMatchObject({ ok: true, amountMinor: 1000n, shares: [{ quantity: 3, taxMinor: [67n, 10n] }] });
  expect(taxTotals(refunds.flat(), 2)).toEqual([67n, 10n]);
});

test('what is charged in steps is given back in steps', () => {
  const lines = [1001n, 2003n, 3006n].map((amountMinor, index) => ({ id: `a-${index + 1}`, quantity: 3, amountMinor }));
  const frozen = { priceMode: 'inclusive' as const, discountMinor: 0n, deliveryMinor: 0n, taxes: [], lines };
  const parts = toPaidParts({ ...frozen, currency: 'KWD', totalMinor: 6010n });
  expect(parts.map(({ grossMinor }) => grossMinor)).toEqual([1000n, 2000n, 3010n]);
  const order = orderOf({ currency: 'KWD', parts });
  const kwd = { ...wish, currency: 'KWD' };
  expect(planRefund(order, { ...kwd, lines: [{ lineId: 'a-1', quantity: 1 }] })).toMatchObject({ amountMinor: 340n });
  expect(planRefund(order, { ...kwd, amountMinor: 15n })).toMatchObject({ reason: 'not-chargeable' });
});

test('a line that is named twice is taken once', () => {
  const twice = [1, 1].map((quantity) => ({ lineId: 'a-1', quantity }));
  const once = planRefund(orderOf(), { ...wish, lines: [{ lineId: 'a-1', quantity: 2 }] });
  expect(planRefund(orderOf(), { ...wish, lines: twice })).toEqual(once);
});

test('a free amount takes of every part in its proportion, and no piece of any', () => {
  expect(shareAmount(orderOf().parts, 180n, 'USD')).toEqual([
    { id: 'a-1', quantity: 0, grossMinor: 100n, taxMinor: [7n, 1n] },
    { id: 'a-2', quantity: 0, grossMinor: 50n, taxMinor: [3n, 0n] },
    { id: 'delivery', quantity: 0, grossMinor: 30n, taxMinor: [0n, 0n] },
  ]);
});

test('what more was given back for one part than it had is taken of the others, and nothing is ever negative', () => {
  const share = (id: string, grossMinor: bigint, taxMinor: bigint[]) => ({ id, quantity: 1, grossMinor, taxMinor });
  const over = [[share('a-2', 500n, [33n, 0n])], [share('a-2', 200n, [13n, 0n])]];
  expect(partsLeft(orderOf().parts, over)).toEqual([
    { id: 'a-1', quantity: 3, grossMinor: 800n, taxMinor: [54n, 10n] },
    { id: 'a-2', quantity: 0, grossMinor: 0n, taxMinor: [0n, 0n] },
    { id: 'delivery', quantity: 1, grossMinor: 300n, taxMinor: [0n, 0n] },
  ]);
  const far = [[share('a-1', 5000n, [500n, 500n])]];
  expect(totalOf(partsLeft(orderOf().parts, far))).toBe(0n);
});

test('money that is gone is taken of what is free, then of what others hold', () => {
  const { parts } = orderOf();
  const first = planRefund(orderOf(), { ...wish, lines: [{ lineId: 'a-1', quantity: 3 }] });
  if (!first.ok) throw new Error(first.reason);
  const left = { free: partsLeft(parts, [first.shares]), held: parts };
  const gross = (amountMinor: bigint) =>
    shareGone(left, amountMinor, 'USD').map((share) => [share.id, share.grossMinor]);
  expect(gross(800n)).toEqual([
    ['a-2', 500n],
    ['delivery', 300n],
  ]);
  expect(gross(900n)).toEqual([
    ['a-2', 500n],
    ['delivery', 300n],
    ['a-1', 100n],
  ]);
  expect(totalOf(shareGone(left, 9_999n, 'USD'))).toBe(1800n);
});

describe('a refund is refused by name', () => {
  const line = (quantity: number, lineId = 'a-1') => ({ lines: [{ lineId, quantity }] });
  test.each<[string, Partial<RefundableOrder>, Partial<Parameters<typeof planRefund>[1]>]>([
    ['not-paid', { state: 'pending' }, line(1)],
    ['not-paid', { state: 'expired' }, line(1)],
    ['under-review', { state: 'needs_review' }, line(1)],
    ['disputed', { state: 'disputed' }, line(1)],
    ['wrong-currency', {}, { ...line(1), currency: 'EUR' }],
    ['unknown-line', {}, line(1, 'a-9')],
    ['unknown-line', {}, line(1, 'delivery')],
    ['unknown-line', { parts: orderOf().parts.slice(0, 2) }, { delivery: true }],
    ['not-positive', {}, line(0)],
    ['not-positive', {}, line(-1)],
    ['not-positive', {}, line(1.5)],
    ['not-positive', {}, {}],
    ['not-positive', {}, { amountMinor: 0n }],
    ['not-positive', {}, { amountMinor: -1n }],
    ['quantity-over-left', {}, line(4)],
    ['quantity-over-left', {}, { lines: [2, 2].map((quantity) => ({ lineId: 'a-1', quantity })) }],
    ['amount-over-left', {}, { amountMinor: 1801n }],
    ['amount-over-left', {}, { ...line(3), amountMinor: 801n }],
  ])('%s %#', (reason, order, over) => {
    expect(planRefund(orderOf(order), { ...wish, ...over })).toEqual({ ok: false, reason });
  });

  test('delivery that was given back is not given back again', () => {
    const first = planRefund(orderOf(), { ...wish, delivery: true });
    if (!first.ok) throw new Error(first.reason);
    expect(planRefund(orderOf({ refunds: [first.shares] }), { ...wish, delivery: true })).toMatchObject({
      reason: 'quantity-over-left',
    });
  });
});
