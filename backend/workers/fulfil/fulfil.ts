import { renderInvoice } from './invoice-pdf.ts';
import type { Invoices } from './invoices.ts';
import { toReceipt, toRefundNotice, type Mail } from './mails.ts';

export interface FulfilPorts {
  invoices: Invoices;
  putInvoice(objectKey: string, pdf: Buffer): Promise<void>;
  sendMail(mail: Mail): Promise<void>;
}

/** Invoice, its file, receipt: in this order, each left alone where it was done before. */
export async function fulfilPaidOrder(orderId: string, { invoices, putInvoice, sendMail }: FulfilPorts): Promise<void> {
  const { order, invoice } = await invoices.issue(orderId);
  if (order.receiptSentAt !== undefined) return;
  await putInvoice(invoice.objectKey, renderInvoice(order, invoice));
  await sendMail(toReceipt(order));
  await invoices.noteSent(order, 'receipt');
}

/** The rights went with the refund itself; the buyer is told. */
export async function tellOfRefund(orderId: string, { invoices, sendMail }: FulfilPorts): Promise<void> {
  const order = await invoices.findOrder(orderId);
  if (order?.state !== 'refunded' || order.refundNoticeSentAt !== undefined) return;
  await sendMail(toRefundNotice(order));
  await invoices.noteSent(order, 'refund-notice');
}
