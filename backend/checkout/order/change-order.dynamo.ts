import { transition } from '@tessera/commerce/order/machine.ts';
import { emptyWallet } from '@tessera/commerce/tokens/wallet.ts';
import { entitlementMachine } from '@tessera/commerce/order/entitlement-machine.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import { createWriteTransaction, type TransactWriteEntities } from 'electrodb';
import type { Clock } from '../../platform/clock.ts';
import { createCartEntity } from '../../table/cart.ts';
import type { Table } from '../../table/client.ts';
import { createEntitlementEntity } from '../../table/entitlement.ts';
import { EntitlementRecord } from '../../table/entitlement-record.ts';
import { createLedgerEntryEntity, toLedgerItem } from '../../table/ledger-entry.ts';
import { createOrderEntity } from '../../table/order.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import { createPaymentSessionEntity } from '../../table/payment-session.ts';
import { createRefundEntity } from '../../table/refund.ts';
import { RefundRecord } from '../../table/refund-record.ts';
import { createStockEntity } from '../../table/stock.ts';
import { createWalletEntity } from '../../table/wallet.ts';
import { WalletRecord } from '../../table/wallet-record.ts';
import { CartRecord, withoutBought } from '../cart/cart.ts';
import { createClaimEntities, releaseDiscounts } from './discount-claims.dynamo.ts';
import { concernsWallet, followOrder, type Followed } from './follow-order.ts';
import { grantsOf } from './grants.ts';
import { ledgerEntriesOf } from './ledger-entries.ts';
import type { OrderChange } from './order-repository.ts';

interface Deps {
  table: Table;
  tenantId: TenantId;
  clock: Clock;
}

/**
 * Everything that one piece of news means for an order, or nothing of it: the order under its revision, rights, stock and cart.
 * Undefined where any of them was changed meanwhile; the caller reads again and decides anew.
 */
export async function changeOrder(
  deps: Deps,
  order: OrderRecord,
  change: OrderChange,
): Promise<OrderRecord | undefined> {
  const { table, tenantId, clock } = deps;
  const at = clock().toISOString();
  const unsold = order.discountsHeld && comesToNothing.has(change.set.state ?? order.state);
  const settled = { ...change.set, ...(unsold ? { discountsHeld: false } : {}) };
  const next: OrderRecord = {
    ...order,
    ...settled,
    revision: order.revision + 1,
    timeline: change.event ? [...order.timeline, { at, ...change.event }] : order.timeline,
  };
  const entities = {
    orders: createOrderEntity(table),
    entitlements: createEntitlementEntity(table),
    carts: createCartEntity(table),
    stocks: createStockEntity(table),
    sessions: createPaymentSessionEntity(table),
    wallets: createWalletEntity(table),
    ...createClaimEntities(table),
    refunds: createRefundEntity(table),
    ledger: createLedgerEntryEntity(table),
  };
  const purse = await nextPurse(deps, entities.wallets, next, change);
  const set = { ...settled, ...(purse?.withdrawnByClaim ? { withdrawn: purse.withdrawnByClaim } : {}) };
  const changed: OrderRecord = { ...next, ...set };
  const rights = await nextRights(deps, entities.entitlements, changed, change);
  const cart = change.emptyCart ? await readCart(entities.carts, tenantId, order) : undefined;
  const released = order.stockHeld && !changed.stockHeld ? order.frozen.lines.filter((line) => line.stocked) : [];
  const shelved = [...released, ...(change.restock ?? [])];
  const lookUps = newLookUps(order, changed);
  const refund = change.refund && { before: await readRefund(entities.refunds, change.refund), after: change.refund };
  const booked = ledgerEntriesOf({ before: order, after: changed }, refund, at);

  const { canceled } = await createWriteTransaction(entities, (tx) => [
    tx.orders
      .patch({ tenantId, orderId: order.orderId })
      .set({ ...set, revision: changed.revision, timeline: changed.timeline })
      .where(({ revision }, { eq }) => eq(revision, order.revision))
      .commit(),
    ...rights.map((right) => tx.entitlements.put(right).commit()),
    ...shelved.map(({ productId, quantity }) =>
      tx.stocks.patch({ tenantId, productId }).add({ available: quantity }).commit(),
    ),
    ...(unsold ? releaseDiscounts(tx, order) : []),
    ...(change.refund ? [writeRefund(tx, order, { ...change.refund, ...withdrawnOf(purse) })] : []),
    ...booked.map((entry) => tx.ledger.create(toLedgerItem(tenantId, entry)).commit()),
    ...lookUps.map((providerId) => tx.sessions.put({ providerId, tenantId, orderId: order.orderId }).commit()),
    ...(purse
      ? [
          tx.wallets
            .put({
              tenantId,
              userId: order.userId,
              wallet: WalletRecord.shape.wallet.parse(purse.wallet),
              revision: purse.revision + 1,
            })
            .where(({ revision }, { eq, notExists }) =>
              purse.revision === 0 ? notExists(revision) : eq(revision, purse.revision),
            )
            .commit(),
        ]
      : []),
    ...(cart
      ? [
          tx.carts
            .patch({ tenantId, cartId: cart.cartId })
            .set({
              version: cart.version + 1,
              lines: withoutBought(cart.lines, order.frozen.lines),
              codes: withoutUsed(cart.codes, order),
              updatedAt: at,
            })
            .remove(cart.openOrderId === order.orderId ? ['openOrderId', 'openOrderFingerprint'] : [])
            .where(({ version }, { eq }) => eq(version, cart.version))
            .commit(),
        ]
      : []),
  ]).go();
  return canceled ? undefined : changed;
}

/** In these states an order is not paid and will not be, or its money goes back. */
const comesToNothing = new Set<OrderRecord['state']>(['expired', 'cancelled', 'needs_review']);

/** Codes that were bought with are done with. */
const withoutUsed = (codes: readonly string[], { frozen }: OrderRecord): string[] =>
  codes.filter((code) => !frozen.discounts?.some((discount) => discount.code === code));

type RefundWrites = TransactWriteEntities<{ refunds: ReturnType<typeof createRefundEntity> }>;

/** A refund of before keeps what others have written into it meanwhile: its credit note, and that its buyer knows. */
function writeRefund({ refunds }: RefundWrites, order: OrderRecord, refund: RefundRecord) {
  if (refund.n > (order.refundCount ?? 0)) return refunds.create(refund).commit();
  const { tenantId, orderId, n, requestedAt, state, providerId, settledAt, failure, withdrawn, shelved } = refund;
  return refunds
    .patch({ tenantId, orderId, n })
    .set({
      state,
      ...(providerId === undefined ? {} : { providerId }),
      ...(settledAt === undefined ? {} : { settledAt }),
      ...(failure === undefined ? {} : { failure }),
      ...(withdrawn === undefined ? {} : { withdrawn }),
      ...(shelved === undefined ? {} : { shelved }),
    })
    .remove([
      ...(settledAt === undefined ? (['settledAt'] as const) : []),
      ...(failure === undefined ? (['failure'] as const) : []),
    ])
    .composite({ requestedAt })
    .commit();
}

/** The provider's ids that newly lead to this order. */
const newLookUps = (before: OrderRecord, after: OrderRecord): string[] =>
  [
    after.sessionId !== before.sessionId ? after.sessionId : undefined,
    after.paymentIntentId !== before.paymentIntentId ? after.paymentIntentId : undefined,
    after.subscriptionId !== before.subscriptionId ? after.subscriptionId : undefined,
  ].filter((id) => id !== undefined);

async function readRefund(refunds: ReturnType<typeof createRefundEntity>, { tenantId, orderId, n }: RefundRecord) {
  const { data } = await refunds.get({ tenantId, orderId, n }).go({ consistent: true });
  return data ? RefundRecord.parse(data) : undefined;
}

async function readCart(carts: ReturnType<typeof createCartEntity>, tenantId: TenantId, { cartId }: OrderRecord) {
  const { data } = await carts.get({ tenantId, cartId }).go({ consistent: true });
  return data ? CartRecord.parse(data) : undefined;
}

interface Purse extends Followed {
  /** Of the wallet as it was read; 0 where there was none. */
  revision: number;
}

/** The buyer's wallet where the news changes it; undefined where it stays. */
async function nextPurse(
  { tenantId, clock }: Deps,
  wallets: ReturnType<typeof createWalletEntity>,
  order: OrderRecord,
  change: OrderChange,
): Promise<Purse | undefined> {
  if (!concernsWallet(order, change)) return undefined;
  const { data } = await wallets.get({ tenantId, userId: order.userId }).go({ consistent: true });
  const { wallet, revision } = data ? WalletRecord.parse(data) : { wallet: emptyWallet, revision: 0 };
  return { ...followOrder(wallet, order, change, clock()), revision };
}

/** A refund remembers the tokens it took, so that one that fails gives back as many. */
const withdrawnOf = (purse: Purse | undefined): Pick<RefundRecord, 'withdrawn'> =>
  purse?.withdrawnByRefund ? { withdrawn: purse.withdrawnByRefund } : {};

const eventOf = { suspend: 'suspended', restore: 'restored', revoke: 'revoked' } as const;

async function nextRights(
  { tenantId, clock }: Deps,
  entitlements: ReturnType<typeof createEntitlementEntity>,
  order: OrderRecord,
  { entitlements: what, lines }: OrderChange,
): Promise<EntitlementRecord[]> {
  if (what === undefined) return [];
  if (what === 'grant') return grantsOf(order, clock());
  const { userId } = order;
  const whole = order.frozen.lines.filter(
    ({ id }) => !lines || lines.some(({ lineId, pieces }) => lineId === id && pieces === undefined),
  );
  const found = await Promise.all(
    whole.map(({ id, productId }) =>
      entitlements.get({ tenantId, userId, productId, lineId: id }).go({ consistent: true }),
    ),
  );
  return found
    .flatMap(({ data }) => (data ? [EntitlementRecord.parse(data)] : []))
    .flatMap((right) => {
      const next = transition(entitlementMachine, right.state, eventOf[what]);
      return next.ok && next.changed ? [{ ...right, state: next.state }] : [];
    });
}
