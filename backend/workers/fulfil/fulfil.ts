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
  await invoices.noteReceipt(order);
}

/** The rights went with the refund itself; the buyer is told of each sum once. */
export async function tellOfRefund(orderId: string, { invoices, sendMail }: FulfilPorts): Promise<void> {
  const order = await invoices.findOrder(orderId);
  const refundedMinor = order?.refundedMinor ?? '0';
  if (!order || refundedMinor === '0' || order.refundNoticeMinor === refundedMinor) return;
  await sendMail(toRefundNotice(order, refundedMinor));
  await invoices.noteRefundNotice(order, refundedMinor);
}
