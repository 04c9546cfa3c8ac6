import { reverse, type LedgerEntry } from '@tessera/commerce/ledger/entry.ts';
import { disputeLostEntry, refundEntry, saleEntry, type TaxShare } from '@tessera/commerce/ledger/order-entries.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';

export interface Step<T> {
  before: T | undefined;
  after: T;
}

/** What the shop's books say of a change of an order: that it was sold, given back, or lost to a bank's claim. */
export function ledgerEntriesOf(
  order: Step<OrderRecord>,
  refund: Step<RefundRecord> | undefined,
  at: string,
): LedgerEntry[] {
  const { before, after } = order;
  return [
    ...(after.paidAt !== undefined && before?.paidAt === undefined ? soldEntry(after, after.paidAt) : []),
    ...(refund && after.paidAt !== undefined ? refundEntries(after, refund, at) : []),
    ...(after.paidAt === undefined ? [] : disputeEntries(order, at)),
  ];
}

/** The shop itself is who sells; what it owes its makers is between them. */
const creatorOf = ({ tenantId }: OrderRecord): string => tenantId;

function soldEntry(order: OrderRecord, at: string): LedgerEntry[] {
  const { orderId, currency, totalMinor, frozen } = order;
  if (totalMinor === '0') return [];
  const taxes = frozen.taxLines.map(({ amount }, index) => ({
    jurisdiction: jurisdictionOf(order, index),
    taxMinor: BigInt(amount.amountMinor),
  }));
  return [saleEntry({ orderId, at, currency, totalMinor: BigInt(totalMinor), taxes, creatorId: creatorOf(order) })];
}

/** One that failed may succeed after all, and fail again: as with disputes, the order's revision tells them apart. */
function refundEntries(order: OrderRecord, { before, after }: Step<RefundRecord>, at: string): LedgerEntry[] {
  const wasGiven = before?.state === 'succeeded';
  const isGiven = after.state === 'succeeded';
  if (wasGiven === isGiven) return [];
  const { orderId, currency, revision } = order;
  const entry = refundEntry({
    entryId: `refund:${orderId}:${after.n}:${revision}`,
    orderId,
    at,
    currency,
    totalMinor: BigInt(after.amountMinor),
    taxes: taxesOf(order, after),
    creatorId: creatorOf(order),
  });
  return [isGiven ? entry : reverse(entry, `refund-failed:${orderId}:${after.n}:${revision}`, at)];
}

const taxesOf = (order: OrderRecord, { shares }: RefundRecord): TaxShare[] =>
  shares.flatMap(({ taxMinor }) =>
    taxMinor.map((tax, index) => ({ jurisdiction: jurisdictionOf(order, index), taxMinor: BigInt(tax) })),
  );

/**
 * A bank may change its mind, so a dispute can be lost, won after all, and lost once more: each is an entry, told apart by the revision
 * of the order that it came with. An inquiry never had the money.
 */
function disputeEntries({ before, after }: Step<OrderRecord>, at: string): LedgerEntry[] {
  const { orderId, revision, dispute: now } = after;
  if (!now || now.inquiry) return [];
  const was = before?.dispute;
  const isSame = was?.id === now.id;
  const wasLost = isSame && was?.status === 'lost';
  const isLost = now.status === 'lost';
  // An older one comes into sight again where a later one is over; it was booked in its time.
  const isOlder = was !== undefined && !isSame && now.openedAt <= was.openedAt;
  if (wasLost === isLost || isOlder) return [];
  const entry = disputeLostEntry({
    entryId: `dispute-lost:${now.id}:${revision}`,
    orderId,
    at,
    currency: now.currency,
    amountMinor: BigInt(now.amountMinor),
    creatorId: creatorOf(after),
  });
  return [isLost ? entry : reverse(entry, `dispute-regained:${now.id}:${revision}`, at)];
}

/** Orders of before it was kept name the tax alone. */
const jurisdictionOf = ({ frozen }: OrderRecord, taxLine: number): string =>
  frozen.taxLines[taxLine]?.jurisdiction ?? frozen.taxLines[taxLine]?.label ?? 'unknown';
