import { expect, test } from 'vitest';
import { orderHash } from './order-hash.ts';
import { computeTotals } from './totals.ts';

const input = {
  currency: 'USD',
  lineMinor: [1000n, 500n],
  discountMinor: 100n,
  deliveryMinor: 300n,
  tax: { taxMinor: 140n },
};

test('exclusive tax is added, inclusive tax is inside', () => {
  expect(computeTotals({ ...input, priceMode: 'exclusive' })).toMatchObject({
    subtotalMinor: 1500n,
    totalMinor: 1840n,
  });
  expect(computeTotals({ ...input, priceMode: 'inclusive' })).toMatchObject({ taxMinor: 140n, totalMinor: 1700n });
});

test('a discount is never more than what it is taken off', () => {
  expect(() => computeTotals({ ...input, discountMinor: 1501n, priceMode: 'exclusive' })).toThrow(RangeError);
});

test('the hash changes with the tenant, the amount, the currency, any line and what is taken off it', async () => {
  const order = {
    tenantId: 'aria',
    orderId: 'ord_1',
    currency: 'USD',
    totalMinor: 100n,
    taxMinor: 0n,
    lines: [{ id: '1', productId: 'p', quantity: 1, unitMinor: 100n }],
  };
  const variants = [
    order,
    { ...order, tenantId: 'folio' },
    { ...order, totalMinor: 101n },
    { ...order, currency: 'EUR' },
    { ...order, lines: [] },
    { ...order, lines: order.lines.map((line) => ({ ...line, discountMinor: 1n })) },
  ];
  const hashes = await Promise.all(variants.map(orderHash));
  expect(new Set(hashes).size).toBe(variants.length);
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
});
