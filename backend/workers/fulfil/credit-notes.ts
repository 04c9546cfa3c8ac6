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

/** An invoice over what a credit note had taken back. */
export interface Cancellation extends IssuedInvoice {
  /** The credit note that no longer holds. */
  cancels: string;
}

export interface CreditNotes {
  /** Refunds that succeeded and whose buyer was not told yet, the first one first. */
  untold(orderId: string): Promise<RefundRecord[]>;
  /** Refunds that failed after their credit note was issued, which still stands or whose buyer was not told that it does not. */
  sentBack(orderId: string): Promise<RefundRecord[]>;
  /** The invoice that takes a refund's credit note back: issued now, or the one there is. */
  cancel(order: OrderRecord, n: number): Promise<Cancellation>;
  /** The credit note of a refund: issued now, or the one it has. */
  issue(order: OrderRecord, invoiceNumber: string, n: number): Promise<CreditNote>;
  noteTold(orderId: string, n: number): Promise<void>;
}

const attempts = 12;

/** A credit note is numbered in its own series; what takes one back is an invoice, in theirs. */
interface Kind {
  series: 'credit-notes' | 'invoices';
  infix: 'CN-' | '';
  about: { credits?: string; cancels?: string };
}

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

  async function findRefund(order: OrderRecord, n: number): Promise<RefundRecord> {
    const refund = (await readRefunds(table, tenantId, order.orderId)).find((one) => one.n === n);
    if (!refund) throw new Error(`refund ${n} of ${order.orderId} is not there`);
    return refund;
  }

  async function readDocument(order: OrderRecord, number: string) {
    const { data } = await entities.invoices.get({ tenantId, userId: order.userId, number }).go({ consistent: true });
    if (!data) throw new Error(`document ${number} is not there`);
    return data;
  }

  /** One try; the caller reads again to see whether it was this one, another's, or none. */
  async function tryToIssue(order: OrderRecord, refund: RefundRecord, kind: Kind): Promise<void> {
    const issuedAt = clock().toISOString();
    const year = issuedAt.slice(0, 4);
    const name = `${kind.series}-${year}`;
    const { data } = await entities.counters.get({ tenantId, name }).go({ consistent: true });
    const next = data?.next ?? 1;
    const number = `${order.number.charAt(0)}-${kind.infix}${year}-${String(next).padStart(6, '0')}`;
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
          ...kind.about,
          refund: refund.n,
        })
        .commit(),
      kind.about.cancels === undefined
        ? tx.refunds
            .patch({ tenantId, orderId: order.orderId, n: refund.n })
            .set({ creditNoteNumber: number })
            .remove(['cancelledBy', 'noticeSentAt'])
            .where(
              ({ creditNoteNumber, cancelledBy, state }, { eq, exists, notExists }) =>
                `(${notExists(creditNoteNumber)} OR ${exists(cancelledBy)}) AND ${eq(state, 'succeeded')}`,
            )
            .commit()
        : tx.refunds
            .patch({ tenantId, orderId: order.orderId, n: refund.n })
            .set({ cancelledBy: number })
            .remove(['noticeSentAt'])
            .where(
              ({ creditNoteNumber, cancelledBy, state }, { eq, notExists }) =>
                `${eq(creditNoteNumber, kind.about.cancels)} AND ${notExists(cancelledBy)} AND ${eq(state, 'failed')}`,
            )
            .commit(),
    ]).go();
  }

  async function issueOnce<Document>(
    order: OrderRecord,
    n: number,
    step: (refund: RefundRecord) => Promise<Document> | Kind,
  ): Promise<Document> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const refund = await findRefund(order, n);
      const found = step(refund);
      if (found instanceof Promise) return found;
      await tryToIssue(order, refund, found);
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 15 * attempt));
    }
    throw new Error(`no document for refund ${n} of ${order.orderId} after ${attempts} tries`);
  }

  return {
    async untold(orderId) {
      const refunds = await readRefunds(table, tenantId, orderId);
      // One that arrived after all has a note again, and its buyer is told again.
      return refunds.filter(
        ({ state, noticeSentAt, cancelledBy }) =>
          state === 'succeeded' && (noticeSentAt === undefined || cancelledBy !== undefined),
      );
    },

    async sentBack(orderId) {
      const refunds = await readRefunds(table, tenantId, orderId);
      return refunds.filter(
        ({ state, creditNoteNumber, cancelledBy, noticeSentAt }) =>
          state === 'failed' &&
          creditNoteNumber !== undefined &&
          (cancelledBy === undefined || noticeSentAt === undefined),
      );
    },

    issue: (order, invoiceNumber, n) =>
      issueOnce(order, n, ({ creditNoteNumber, cancelledBy }) =>
        creditNoteNumber === undefined || cancelledBy !== undefined
          ? { series: 'credit-notes', infix: 'CN-', about: { credits: invoiceNumber } }
          : readDocument(order, creditNoteNumber).then((note) => ({ ...note, credits: note.credits ?? invoiceNumber })),
      ),

    cancel: (order, n) =>
      issueOnce(order, n, ({ creditNoteNumber = '', cancelledBy }) =>
        cancelledBy === undefined
          ? { series: 'invoices', infix: '', about: { cancels: creditNoteNumber } }
          : readDocument(order, cancelledBy).then((invoice) => ({ ...invoice, cancels: creditNoteNumber })),
      ),

    async noteTold(orderId, n) {
      await entities.refunds.patch({ tenantId, orderId, n }).set({ noticeSentAt: clock().toISOString() }).go();
    },
  };
}
