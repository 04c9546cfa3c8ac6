import { fromStoredShare, paidPartsOf, toStoredShare } from '@tessera/commerce/refund/frozen-amounts.ts';
import { planRefund } from '@tessera/commerce/refund/plan-refund.ts';
import { createRefunds } from '../../admin/refund/refunds.dynamo.ts';
import { createIdempotencyStore } from '../../table/idempotency-store.ts';
import { refundKeyOf } from '../../table/refund-record.ts';
import type { World } from './world.ts';

let keys = 0;

/** Writes a refund of whole lines, by product, or of an amount down as the admin's slice does; nobody is asked for it yet. */
export async function writeRefund(
  world: World,
  orderId: string,
  wish: { products?: readonly string[]; amountMinor?: bigint; pieces?: number; restock?: boolean },
): Promise<void> {
  const { tenantId } = world.scope('aria');
  const refunds = createRefunds(world.table, tenantId);
  const found = await refunds.read(orderId);
  if (!found) throw new Error(`no order ${orderId}`);
  const { order } = found;
  const plan = planRefund(
    {
      state: order.state,
      currency: order.currency,
      parts: paidPartsOf(order),
      refunds: found.refunds.filter(({ state }) => state !== 'failed').map(({ shares }) => shares.map(fromStoredShare)),
    },
    {
      currency: order.currency,
      lines: order.frozen.lines
        .filter(({ productId }) => wish.products?.includes(productId))
        .map(({ id, quantity }) => ({ lineId: id, quantity: wish.pieces ?? quantity })),
      delivery: false,
      ...(wish.amountMinor === undefined ? {} : { amountMinor: wish.amountMinor }),
    },
  );
  if (!plan.ok) throw new Error(plan.reason);
  const n = (order.refundCount ?? 0) + 1;
  const request = { scope: 'test', key: `key-${(keys += 1)}`, fingerprint: '' };
  const written = await refunds.request(
    order,
    {
      tenantId,
      orderId,
      n,
      key: refundKeyOf(orderId, n),
      state: 'requested',
      currency: order.currency,
      amountMinor: plan.amountMinor.toString(),
      shares: plan.shares.map(toStoredShare),
      restock: wish.restock ?? false,
      requestedAt: world.clock().toISOString(),
      requestedBy: 'usr_boss',
    },
    createIdempotencyStore(world.table, tenantId, world.clock).item(request, { status: 202, body: {} }),
  );
  if (written !== 'requested') throw new Error(written);
}
