import type { TenantId } from '@tessera/contracts/ids.ts';
import { createWriteTransaction } from 'electrodb';
import type { Clock } from '../../platform/clock.ts';
import type { Table } from '../../table/client.ts';
import { createCounterEntity } from '../../table/counter.ts';
import { createInvoiceEntity } from '../../table/invoice.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import { readRefunds } from '../../table/order-refunds.ts';
import { createRefundEntity } from '../../table/refund.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import type { IssuedInvoice } from './invoices.ts';

export interface CreditNote extends IssuedInvoice {
  /** The invoice it takes back from. */
  credits: string;
}

export interface CreditNotes {
  /** Refunds that succeeded and whose buyer was not told yet, the first one first. */
  untold(orderId: string): Promise<RefundRecord[]>;
  /** The credit note of a refund: issued now, or the one it has. */
  issue(order: OrderRecord, invoiceNumber: string, n: number): Promise<CreditNote>;
  noteTold(orderId: string, n: number): Promise<void>;
}

const attempts = 12;

/**
 * A series of its own, without a gap: counter, credit note and refund change together or not at all.
 *
 *   counter  next = n ── IF next = n ──> n + 1
 *   note     INVOICE#n ── IF NOT EXISTS
 *   refund   creditNoteNumber ── IF NOT EXISTS
 */
export function createCreditNotes(table: Table, tenantId: TenantId, clock: Clock): CreditNotes {
  const entities = {
    counters: createCounterEntity(table),
    invoices: createInvoiceEntity(table),
    refunds: createRefundEntity(table),
  };

  async function find(order: OrderRecord, n: number): Promise<{ refund: RefundRecord; note?: CreditNote }> {
    const refund = (await readRefunds(table, tenantId, order.orderId)).find((one) => one.n === n);
    if (!refund) throw new Error(`refund ${n} of ${order.orderId} is not there`);
    if (refund.creditNoteNumber === undefined) return { refund };
    const key = { tenantId, userId: order.userId, number: refund.creditNoteNumber };
    const { data } = await entities.invoices.get(key).go({ consistent: true });
    if (!data?.credits) throw new Error(`credit note ${refund.creditNoteNumber} is not there`);
    return { refund, note: { ...data, credits: data.credits } };
  }

  async function tryToIssue(order: OrderRecord, credits: string, refund: RefundRecord): Promise<void> {
    const issuedAt = clock().toISOString();
    const year = issuedAt.slice(0, 4);
    const name = `credit-notes-${year}`;
    const { data } = await entities.counters.get({ tenantId, name }).go({ consistent: true });
    const next = data?.next ?? 1;
    const number = `${order.number.charAt(0)}-CN-${year}-${String(next).padStart(6, '0')}`;
    await createWriteTransaction(entities, (tx) => [
      tx.counters
        .upsert({ tenantId, name, next: next + 1 })
        .where((given, { eq, notExists }) => (next === 1 ? notExists(given.next) : eq(given.next, next)))
        .commit(),
      tx.invoices
        .create({
          tenantId,
          userId: order.userId,
          number,
          orderId: order.orderId,
          orderNumber: order.number,
          issuedAt,
          currency: refund.currency,
          totalMinor: refund.amountMinor,
          objectKey: `invoices/${tenantId}/${number}.pdf`,
          credits,
          refund: refund.n,
        })
        .commit(),
      tx.refunds
        .patch({ tenantId, orderId: order.orderId, n: refund.n })
        .set({ creditNoteNumber: number })
        .where(
          ({ creditNoteNumber, state }, { eq, notExists }) =>
            `${notExists(creditNoteNumber)} AND ${eq(state, 'succeeded')}`,
        )
        .commit(),
    ]).go();
  }

  return {
    async untold(orderId) {
      const refunds = await readRefunds(table, tenantId, orderId);
      return refunds.filter(({ state, noticeSentAt }) => state === 'succeeded' && noticeSentAt === undefined);
    },

    async issue(order, invoiceNumber, n) {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const { refund, note } = await find(order, n);
        if (note) return note;
        await tryToIssue(order, invoiceNumber, refund);
        if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 15 * attempt));
      }
      throw new Error(`no credit note for refund ${n} of ${order.orderId} after ${attempts} tries`);
    },

    async noteTold(orderId, n) {
      await entities.refunds.patch({ tenantId, orderId, n }).set({ noticeSentAt: clock().toISOString() }).go();
    },
  };
}
