import type { TenantId } from '@tessera/contracts/ids.ts';
import { createWriteTransaction } from 'electrodb';
import type { Clock } from '../../platform/clock.ts';
import type { Table } from '../../table/client.ts';
import { createCounterEntity } from '../../table/counter.ts';
import { createInvoiceEntity } from '../../table/invoice.ts';
import { createOrderEntity } from '../../table/order.ts';
import { OrderRecord } from '../../table/order-record.ts';
import { nextOf } from './series.ts';

export interface IssuedInvoice {
  number: string;
  issuedAt: string;
  objectKey: string;
}

export interface Invoices {
  findOrder(orderId: string): Promise<OrderRecord | undefined>;
  /** The order's invoice: issued now, or the one it has. */
  issue(orderId: string): Promise<{ order: OrderRecord; invoice: IssuedInvoice }>;
  noteReceipt(order: OrderRecord): Promise<void>;
}

const attempts = 12;

/**
 * Numbers without a gap: counter, invoice and order change together or not at all.
 *
 *   counter  next = n ── IF next = n ──> n + 1
 *   invoice  INVOICE#n ── IF NOT EXISTS
 *   order    invoiceNumber ── IF NOT EXISTS, IF revision
 */
export function createInvoices(table: Table, tenantId: TenantId, clock: Clock): Invoices {
  const entities = {
    orders: createOrderEntity(table),
    counters: createCounterEntity(table),
    invoices: createInvoiceEntity(table),
  };

  async function findOrder(orderId: string): Promise<OrderRecord | undefined> {
    const { data } = await entities.orders.get({ tenantId, orderId }).go({ consistent: true });
    return data ? OrderRecord.parse(data) : undefined;
  }

  async function tryToIssue(order: OrderRecord): Promise<boolean> {
    const next = await nextOf(entities.counters, 'invoices', order, clock());
    const { number, issuedAt, objectKey } = next;
    const { canceled } = await createWriteTransaction(entities, (tx) => [
      next.take(tx),
      tx.invoices
        .create({
          tenantId,
          userId: order.userId,
          number,
          orderId: order.orderId,
          orderNumber: order.number,
          issuedAt,
          currency: order.currency,
          totalMinor: order.totalMinor,
          objectKey,
        })
        .commit(),
      tx.orders
        .patch({ tenantId, orderId: order.orderId })
        .set({
          invoiceNumber: number,
          revision: order.revision + 1,
          timeline: [...order.timeline, { at: issuedAt, what: 'invoiced', detail: number }],
        })
        .where(
          ({ revision, invoiceNumber }, { eq, notExists }) =>
            `${eq(revision, order.revision)} AND ${notExists(invoiceNumber)}`,
        )
        .commit(),
    ]).go();
    return !canceled;
  }

  return {
    findOrder,

    async issue(orderId) {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const order = await findOrder(orderId);
        if (!order) throw new Error(`order ${orderId} is not there`);
        if (order.invoiceNumber === undefined) {
          if (!(await tryToIssue(order))) await new Promise((resolve) => setTimeout(resolve, 15 * (attempt + 1)));
          continue;
        }
        const key = { tenantId, userId: order.userId, number: order.invoiceNumber };
        const { data } = await entities.invoices.get(key).go({ consistent: true });
        if (!data) throw new Error(`invoice ${order.invoiceNumber} is not there`);
        return { order, invoice: data };
      }
      throw new Error(`no invoice number for ${orderId} after ${attempts} tries`);
    },

    async noteReceipt({ orderId }) {
      await entities.orders.patch({ tenantId, orderId }).set({ receiptSentAt: clock().toISOString() }).go();
    },
  };
}
