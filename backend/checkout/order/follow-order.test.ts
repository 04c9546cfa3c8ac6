import { balanceOf, emptyWallet, type Wallet } from '@tessera/commerce/tokens/wallet.ts';
import { expect, test } from 'vitest';
import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import { disputeOf, line, orderOf } from '../testing/decisions.ts';
import { followOrder } from './follow-order.ts';
import type { OrderChange } from './order-repository.ts';

const now = new Date('2026-01-02T00:00:00.000Z');
const pack = line(1, { quantity: 3, tokens: { amount: 10, validMonths: 12 } });
const paid = orderOf({ state: 'paid', frozen: { ...orderOf().frozen, lines: [pack] } });
const refund: RefundRecord = {
  ...{ tenantId: 'aria', orderId: 'ord_1', n: 1, key: 'refund:ord_1:1', state: 'succeeded', currency: 'USD' },
  ...{ amountMinor: '433', shares: [], restock: false, requestedAt: '2026-01-01', requestedBy: 'usr_boss' },
};

/** Takes news after news, and keeps with order and refund what is to be remembered. */
function follow(
  ...steps: readonly (Pick<OrderChange, 'entitlements' | 'lines'> & {
    order?: Partial<OrderRecord>;
    refund?: RefundRecord['state'];
  })[]
) {
  let [wallet, order, known]: [Wallet, OrderRecord, RefundRecord] = [emptyWallet, paid, refund];
  for (const { order: over, refund: state, ...change } of steps) {
    order = { ...order, ...over };
    if (state) known = { ...known, state };
    const followed = followOrder(wallet, order, { ...change, ...(state ? { refund: known } : {}) }, now);
    ({ wallet } = followed);
    if (followed.withdrawnByRefund) known = { ...known, withdrawn: followed.withdrawnByRefund };
    if (followed.withdrawnByClaim) order = { ...order, withdrawn: followed.withdrawnByClaim };
  }
  return { balance: balanceOf(wallet, now.toISOString()), order, refund: known };
}

const one = { entitlements: 'revoke', lines: [{ lineId: pack.id, pieces: 1 }], refund: 'succeeded' } as const;
const lost = { entitlements: 'revoke', order: { dispute: disputeOf('lost') } } as const;
const won = { entitlements: 'restore', lines: [{ lineId: pack.id }], order: { dispute: disputeOf('won') } } as const;

test('a refund that fails gives its tokens back once', () => {
  expect(follow({ entitlements: 'grant' }, one).balance).toBe(20);
  expect(follow({ entitlements: 'grant' }, one, { refund: 'failed' }).balance).toBe(30);
  expect(follow({ entitlements: 'grant' }, one, { refund: 'failed' }, { refund: 'failed' }).balance).toBe(30);
});

test('one that fails while a bank keeps the money gives none; they come back with the claim', () => {
  const kept = follow({ entitlements: 'grant' }, one, lost, { refund: 'failed' });
  expect(kept.balance).toBe(0);
  expect(kept.refund.withdrawn).toEqual([]);
  expect(follow({ entitlements: 'grant' }, one, lost, { refund: 'failed' }, won).balance).toBe(30);
});

test('a claim that is won after all leaves taken what a refund took', () => {
  const after = follow({ entitlements: 'grant' }, one, lost, won);
  expect(after).toMatchObject({ balance: 20, order: { withdrawn: [] } });
  expect(follow({ entitlements: 'grant' }, one, lost, won, { refund: 'failed' }).balance).toBe(30);
});
