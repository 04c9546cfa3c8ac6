import type { TenantId } from '@tessera/contracts/ids.ts';
import { createWriteTransaction, type TransactWriteEntities } from 'electrodb';
import type { Clock } from '../../platform/clock.ts';
import type { Table } from '../../table/client.ts';
import { createCounterEntity } from '../../table/counter.ts';
import { createInvoiceEntity } from '../../table/invoice.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import { readRefunds } from '../../table/order-refunds.ts';
import { createRefundEntity } from '../../table/refund.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import type { IssuedInvoice } from './invoices.ts';
import { nextOf, type Series } from './series.ts';

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

type RefundWrites = TransactWriteEntities<{ refunds: ReturnType<typeof createRefundEntity> }>;

/** One of the documents that a refund may have. */
interface Kind<About> {
  series: Series;
  /** Its number, where it was issued and holds. */
  numberOf(refund: RefundRecord): string | undefined;
  /** Which document it takes back. */
  about(refund: RefundRecord): About;
  /** Keeps its number with the refund, on condition that it is still due. */
  keep(tx: RefundWrites, refund: RefundRecord, number: string): ReturnType<typeof keepNote | typeof keepCancellation>;
}

const creditNoteFor = (invoiceNumber: string): Kind<{ credits: string }> => ({
  series: 'credit-notes',
  numberOf: ({ creditNoteNumber, cancelledBy }) => (cancelledBy === undefined ? creditNoteNumber : undefined),
  about: () => ({ credits: invoiceNumber }),
  keep: keepNote,
});

const cancellation: Kind<{ cancels: string }> = {
  series: 'invoices',
  numberOf: ({ cancelledBy }) => cancelledBy,
  about: ({ creditNoteNumber = '' }) => ({ cancels: creditNoteNumber }),
  keep: keepCancellation,
};

function keepNote({ refunds }: RefundWrites, { tenantId, orderId, n }: RefundRecord, number: string) {
  return refunds
    .patch({ tenantId, orderId, n })
    .set({ creditNoteNumber: number })
    .remove(['cancelledBy', 'noticeSentAt'])
    .where(
      ({ creditNoteNumber, cancelledBy, state }, { eq, exists, notExists }) =>
        `(${notExists(creditNoteNumber)} OR ${exists(cancelledBy)}) AND ${eq(state, 'succeeded')}`,
    )
    .commit();
}

function keepCancellation(
  { refunds }: RefundWrites,
  { tenantId, orderId, n, creditNoteNumber = '' }: RefundRecord,
  number: string,
) {
  return refunds
    .patch({ tenantId, orderId, n })
    .set({ cancelledBy: number })
    .remove(['noticeSentAt'])
    .where(
      (given, { eq, notExists }) =>
        `${eq(given.creditNoteNumber, creditNoteNumber)} AND ${notExists(given.cancelledBy)} AND ${eq(given.state, 'failed')}`,
    )
    .commit();
}

/**
 * Counter, document and refund change together or not at all.
 *
 *   counter   next = n ── IF next = n ──> n + 1
 *   document  INVOICE#n ── IF NOT EXISTS
 *   refund    creditNoteNumber, cancelledBy ── IF due
 */
export function createCreditNotes(table: Table, tenantId: TenantId, clock: Clock): CreditNotes {
  const entities = {
    counters: createCounterEntity(table),
    invoices: createInvoiceEntity(table),
    refunds: createRefundEntity(table),
  };

  /** One try; the caller reads again to see whether it was this one, another's, or none. */
  async function tryToIssue(order: OrderRecord, refund: RefundRecord, kind: Kind<object>): Promise<void> {
    const next = await nextOf(entities.counters, kind.series, order, clock());
    const { number, issuedAt, objectKey } = next;
    await createWriteTransaction(entities, (tx) => [
      next.take(tx),
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
          objectKey,
          ...kind.about(refund),
          refund: refund.n,
        })
        .commit(),
      kind.keep(tx, refund, number),
    ]).go();
  }

  async function issueOnce<About extends object>(
    order: OrderRecord,
    n: number,
    kind: Kind<About>,
  ): Promise<IssuedInvoice & About> {
    const { orderId, userId } = order;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const refund = (await readRefunds(table, tenantId, orderId)).find((one) => one.n === n);
      if (!refund) throw new Error(`refund ${n} of ${orderId} is not there`);
      const number = kind.numberOf(refund);
      if (number !== undefined) {
        const { data } = await entities.invoices.get({ tenantId, userId, number }).go({ consistent: true });
        if (!data) throw new Error(`document ${number} is not there`);
        return { ...data, ...kind.about(refund) };
      }
      await tryToIssue(order, refund, kind);
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 15 * attempt));
    }
    throw new Error(`no document for refund ${n} of ${orderId} after ${attempts} tries`);
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

    issue: (order, invoiceNumber, n) => issueOnce(order, n, creditNoteFor(invoiceNumber)),

    cancel: (order, n) => issueOnce(order, n, cancellation),

    async noteTold(orderId, n) {
      await entities.refunds.patch({ tenantId, orderId, n }).set({ noticeSentAt: clock().toISOString() }).go();
    },
  };
}
