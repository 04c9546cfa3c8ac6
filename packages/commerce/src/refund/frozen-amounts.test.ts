import { expect, test } from 'vitest';
import { paidPartsOf } from './frozen-amounts.ts';

const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });

test('a part with several shares of one tax has them all: a delivery beside two lines it follows', () => {
  const parts = paidPartsOf({
    currency: 'USD',
    totalMinor: '2782',
    frozen: {
      priceMode: 'exclusive',
      discountMinor: '0',
      deliveryMinor: '600',
      lines: [
        { id: '1-1', quantity: 1, lineTotal: usd('1000') },
        { id: '1-2', quantity: 1, lineTotal: usd('1000') },
      ],
      taxLines: [{ amount: usd('182') }],
      taxShares: [
        { part: '1-1', taxLine: 0, taxableMinor: '1000' },
        { part: 'delivery', taxLine: 0, taxableMinor: '300' },
        { part: '1-2', taxLine: 0, taxableMinor: '1000' },
        { part: 'delivery', taxLine: 0, taxableMinor: '300' },
      ],
    },
  });
  expect(parts.map(({ id, grossMinor, taxMinor }) => [id, grossMinor, taxMinor])).toEqual([
    ['1-1', 1070n, [70n]],
    ['1-2', 1070n, [70n]],
    ['delivery', 642n, [42n]],
  ]);
});
