import { credit, putBack, restore, suspend, withdraw, type Lot, type Wallet } from '@tessera/commerce/tokens/wallet.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { Withdrawn } from '../../table/refund-record.ts';
import { lotsOf } from './grants.ts';
import type { OrderChange } from './order-repository.ts';

type Change = Pick<OrderChange, 'entitlements' | 'lines' | 'refund'>;

/** A buyer's wallet after news of an order, and what is remembered of it so that it can be undone. */
export interface Followed {
  wallet: Wallet;
  /** What the refund took out of it, all in all; absent where that stays as it was. */
  withdrawnByRefund?: Withdrawn;
  /** The same of the bank's claims against the order. */
  withdrawnByClaim?: Withdrawn;
}

/** Whether the news may change the wallet of its order's buyer. */
export const concernsWallet = ({ frozen }: OrderRecord, change: Change): boolean =>
  (change.entitlements !== undefined && frozen.lines.some(({ id, tokens }) => tokens && isConcerned(change, id))) ||
  tokensOfFailed(change.refund).length > 0;

/**
 * Tokens are credited with their order, set aside while a bank decides, and taken back with a refund or a claim that was lost. A refund
 * that fails and a claim that is won after all give back as many as they took.
 */
export function followOrder(before: Wallet, order: OrderRecord, change: Change, now: Date): Followed {
  const { entitlements: what, refund } = change;
  const lots = lotsOf(order, now).filter(({ lotId }) => what !== undefined && isConcerned(change, lotId));
  const failing = tokensOfFailed(refund);
  const byClaim = order.withdrawn ?? [];
  if (what === 'revoke') {
    const { wallet, withdrawn } = withdrawAll(before, lots, (lot) => tokensAt(order, change, lot));
    return refund ? { wallet, withdrawnByRefund: withdrawn } : { wallet, withdrawnByClaim: [...byClaim, ...withdrawn] };
  }
  // While a bank has kept the money, what a failed refund took stays taken: by the claim from now on.
  if (failing.length > 0 && order.dispute?.status === 'lost')
    return { wallet: before, withdrawnByRefund: [], withdrawnByClaim: [...byClaim, ...failing] };
  const comesBack = ({ lotId }: Withdrawn[number]) => what === 'restore' && lots.some((lot) => lot.lotId === lotId);
  const returning = byClaim.filter(comesBack);
  const moved = lots.reduce((wallet, lot) => {
    if (what === 'grant') return credit(wallet, lot);
    return what === 'suspend' ? suspend(wallet, lot.lotId) : restore(wallet, lot.lotId);
  }, before);
  return {
    wallet: putBackAll(moved, order, [...failing, ...returning], now),
    ...(failing.length > 0 ? { withdrawnByRefund: [] } : {}),
    ...(returning.length > 0 ? { withdrawnByClaim: byClaim.filter((one) => !comesBack(one)) } : {}),
  };
}

const tokensOfFailed = (refund: Change['refund']): Withdrawn =>
  refund?.state === 'failed' ? (refund.withdrawn ?? []) : [];

const isConcerned = ({ lines }: Change, lotId: string): boolean =>
  lines === undefined || lines.some(({ lineId }) => lineId === lotId);

/** How many tokens of a lot go with the pieces that were given back; undefined for all. */
function tokensAt({ frozen }: OrderRecord, { lines }: Change, { lotId }: Lot): number | undefined {
  const pieces = lines?.find(({ lineId }) => lineId === lotId)?.pieces;
  if (pieces === undefined) return undefined;
  return pieces * (frozen.lines.find(({ id }) => id === lotId)?.tokens?.amount ?? 0);
}

function withdrawAll(before: Wallet, lots: readonly Lot[], atMost: (lot: Lot) => number | undefined) {
  let wallet = before;
  const withdrawn: Withdrawn = [];
  for (const lot of lots) {
    const taken = withdraw(wallet, lot.lotId, atMost(lot));
    wallet = taken.wallet;
    withdrawn.push({ lotId: lot.lotId, tokens: taken.withdrawn });
  }
  return { wallet, withdrawn };
}

/** Tokens come back into the lots they were taken of, which run out when they would have. */
const putBackAll = (before: Wallet, order: OrderRecord, tokens: Withdrawn, now: Date): Wallet =>
  tokens.reduce((wallet, { lotId, tokens: some }) => {
    const grantedAt = before.lots.find((lot) => lot.lotId === lotId)?.grantedAt;
    const lots = lotsOf(order, grantedAt === undefined ? now : new Date(grantedAt));
    const expiresAt = lots.find((lot) => lot.lotId === lotId)?.expiresAt;
    return expiresAt === undefined ? wallet : putBack(wallet, lotId, some, expiresAt);
  }, before);
