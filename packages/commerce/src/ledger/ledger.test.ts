import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../money/allocate.ts';
import { money } from '../money/money.ts';
import { createEntry, reverse, sumByCurrency, type LedgerEntry } from './entry.ts';
import { disputeLostEntry, refundEntry, saleEntry } from './order-entries.ts';
import { movementEntry } from './provider-entries.ts';
import { trialBalance } from './trial-balance.ts';

const at = '2026-03-01T10:00:00.000Z';
const base = { orderId: 'ord_1', at, currency: 'USD', creatorId: 'aria' };
const balanceOf = (entries: readonly LedgerEntry[], account: string): bigint =>
  trialBalance(entries)
    .accounts.filter((balance) => balance.account === account)
    .reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n);

test('a sale, its payment and its refund in parts leave nothing but the fee', () => {
  const taxes = [{ jurisdiction: 'US-WA', taxMinor: 84n }];
  const sale = saleEntry({ ...base, totalMinor: 1383n, taxes });
  expect(sale.postings).toEqual([
    { account: 'buyer_receivable', amount: money(1383n, 'USD') },
    { account: 'tax_payable:US-WA', amount: money(-84n, 'USD') },
    { account: 'creator:aria:pending', amount: money(-1299n, 'USD') },
  ]);
  const charge = movementEntry({ id: 'txn_1', kind: 'charge', at, amount: money(1383n, 'USD'), feeMinor: 70n });
  expect(balanceOf([sale, charge], 'buyer_receivable')).toBe(0n);
  expect(balanceOf([sale, charge], 'psp_clearing')).toBe(1313n);
  const parts = [1, 2].map((n) =>
    refundEntry({
      ...base,
      entryId: `refund:${n}`,
      totalMinor: n === 1 ? 500n : 883n,
      taxes: [{ jurisdiction: 'US-WA', taxMinor: n === 1 ? 30n : 54n }],
    }),
  );
  const given = movementEntry({ id: 'txn_2', kind: 'refund', at, amount: money(-1383n, 'USD'), feeMinor: 0n });
  const all = [sale, charge, ...parts, given];
  expect(trialBalance(all).accounts.filter(({ balanceMinor }) => balanceMinor !== 0n)).toMatchObject([
    { account: 'psp_clearing', balanceMinor: -70n },
    { account: 'psp_fee', balanceMinor: 70n },
  ]);
});

test('a refund that fails afterwards stands as before, and a payment nobody ordered is owed to its buyer', () => {
  const refund = refundEntry({ ...base, entryId: 'refund:1', totalMinor: 500n, taxes: [] });
  const back = reverse(refund, 'refund-failed:ord_1:1', at);
  expect(back.entryId).toBe('refund-failed:ord_1:1');
  expect(balanceOf([refund, back], 'creator:aria:pending')).toBe(0n);
  const stray = movementEntry({ id: 'txn_3', kind: 'charge', at, amount: money(900n, 'USD'), feeMinor: 0n });
  expect(balanceOf([stray], 'buyer_receivable')).toBe(-900n);
});

test('a dispute holds the money, and losing it costs the creator once', () => {
  const held = movementEntry({ id: 'txn_4', kind: 'dispute', at, amount: money(-1383n, 'USD'), feeMinor: 1500n });
  expect(balanceOf([held], 'dispute_hold')).toBe(1383n);
  const won = movementEntry({
    id: 'txn_5',
    kind: 'dispute-reversed',
    at,
    amount: money(1383n, 'USD'),
    feeMinor: -1500n,
  });
  expect(trialBalance([held, won]).accounts.every(({ balanceMinor }) => balanceMinor === 0n)).toBe(true);
  const lost = disputeLostEntry({ ...base, entryId: 'dispute-lost:du_1:3', amountMinor: 1383n });
  expect(balanceOf([held, lost], 'dispute_hold')).toBe(0n);
  expect(balanceOf([held, lost], 'creator:aria:pending')).toBe(1383n);
});

test('a payment in another currency goes through the exchange, each currency in balance by itself', () => {
  const amount = money(1200n, 'USD');
  const entry = movementEntry({
    id: 'txn_6',
    kind: 'charge',
    at,
    amount,
    feeMinor: 65n,
    original: money(1099n, 'EUR'),
  });
  expect(Object.fromEntries(sumByCurrency(entry.postings))).toEqual({ USD: 0n, EUR: 0n });
  expect(balanceOf([entry], 'buyer_receivable')).toBe(-1099n);
});

test('an entry out of balance, or of one side, is refused', () => {
  const entry = { entryId: 'x', at };
  const side = { account: 'fx', amount: money(5n, 'USD') } as const;
  expect(() => createEntry({ ...entry, postings: [side] })).toThrow('1 postings');
  const other = { account: 'psp_fee', amount: money(-5n, 'EUR') } as const;
  expect(() => createEntry({ ...entry, postings: [side, other] })).toThrow('out of balance');
});

test('whatever is sold, charged, converted and given back, each currency sums to zero', () => {
  const minor = fc.bigInt({ min: 2n, max: 10n ** 9n });
  const sales = fc.record({
    currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
    settled: fc.constantFrom('USD', 'EUR'),
    totalMinor: minor,
    taxParts: fc.array(fc.bigInt({ min: 0n, max: 50n }), { maxLength: 3 }),
    refunds: fc.array(fc.bigInt({ min: 1n, max: 9n }), { maxLength: 4 }),
    feeMinor: fc.bigInt({ min: 0n, max: 500n }),
  });
  fc.assert(
    fc.property(fc.array(sales, { maxLength: 8 }), (all) => {
      const entries = all.flatMap(({ currency, settled, totalMinor, taxParts, refunds, feeMinor }, index) => {
        const orderId = `ord_${index}`;
        const taxMinor = taxParts.length === 0 ? 0n : totalMinor / 7n;
        const split = (amount: bigint) =>
          allocate(amount, taxParts).map((part, place) => ({ jurisdiction: `J${place}`, taxMinor: part }));
        const sold = { ...base, orderId, currency, totalMinor, taxes: split(taxMinor) };
        const grossParts = refunds.length === 0 ? [] : allocate(totalMinor, refunds);
        const taxOfParts = refunds.length === 0 ? [] : allocate(taxMinor, refunds);
        return [
          saleEntry(sold),
          movementEntry({
            id: `txn_${index}`,
            kind: 'charge',
            at,
            amount: money(totalMinor, settled),
            feeMinor,
            original: money(totalMinor, currency),
          }),
          ...grossParts.flatMap((part, place) =>
            part < 2n
              ? []
              : [
                  refundEntry({
                    ...sold,
                    entryId: `refund:${place + 1}`,
                    totalMinor: part,
                    taxes: split(taxOfParts[place] ?? 0n),
                  }),
                ],
          ),
        ];
      });
      const { differences } = trialBalance(entries);
      expect([...differences.values()].every((difference) => difference === 0n)).toBe(true);
    }),
    { seed: 5 },
  );
});
