import type { CreditNotes } from './credit-notes.ts';
import { renderCancellation, renderCreditNote } from './credit-note-pdf.ts';
import { renderInvoice } from './invoice-pdf.ts';
import type { Invoices } from './invoices.ts';
import { toReceipt, toRefundNotice, toSentBackNotice, type Mail } from './mails.ts';

export interface FulfilPorts {
  invoices: Invoices;
  creditNotes: CreditNotes;
  putInvoice(objectKey: string, pdf: Buffer): Promise<void>;
  sendMail(mail: Mail): Promise<void>;
}

/** Invoice, its file, receipt: in this order, each left alone where it was done before. */
export async function fulfilPaidOrder(orderId: string, { invoices, putInvoice, sendMail }: FulfilPorts): Promise<void> {
  const { order, invoice } = await invoices.issue(orderId);
  if (order.receiptSentAt !== undefined) return;
  await putInvoice(invoice.objectKey, renderInvoice(order, invoice));
  await sendMail(toReceipt(order));
  await invoices.noteReceipt(order);
}

/**
 * The rights went with the refund itself. Each refund gets its credit note, that note's file, and a mail: each once. One that a bank sent
 * back gets an invoice that takes the note back, and its buyer is told that the money did not arrive.
 */
export async function tellOfRefund(
  orderId: string,
  { invoices, creditNotes, putInvoice, sendMail }: FulfilPorts,
): Promise<void> {
  const untold = await creditNotes.untold(orderId);
  const sentBack = await creditNotes.sentBack(orderId);
  if (untold.length === 0 && sentBack.length === 0) return;
  // A refund may be heard of before its order's invoice was issued; the note refers to that.
  const { order, invoice } = await invoices.issue(orderId);
  for (const refund of untold) {
    const note = await creditNotes.issue(order, invoice.number, refund.n);
    await putInvoice(note.objectKey, renderCreditNote(order, refund, note));
    await sendMail(toRefundNotice(order, refund, note.number));
    await creditNotes.noteTold(orderId, refund.n);
  }
  for (const refund of sentBack) {
    const cancellation = await creditNotes.cancel(order, refund.n);
    await putInvoice(cancellation.objectKey, renderCancellation(order, refund, cancellation));
    await sendMail(toSentBackNotice(order, refund, cancellation));
    await creditNotes.noteTold(orderId, refund.n);
  }
}
