import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import type { CreditNote } from './credit-notes.ts';
import { creditedRows } from './credited.ts';
import { writeHead } from './invoice-pdf.ts';
import { createPdf } from './pdf-document.ts';
import { latinWordsOf } from './words.ts';

const left = 56;
const right = 539;
const body = 10;
const line = 14;

/** Rendered from the frozen order and the refund alone: the same ones give the same bytes. */
export function renderCreditNote(order: OrderRecord, refund: RefundRecord, note: CreditNote): Buffer {
  const locale = order.frozen.locale === 'ar' ? 'en' : order.frozen.locale;
  const words = latinWordsOf(locale);
  const pdf = createPdf({
    title: note.number,
    author: order.frozen.shop.legalName,
    createdAt: new Date(note.issuedAt),
  });
  const notes = [`${words.credits}: ${note.credits}`];
  writeHead(pdf, order, { invoice: note, name: words.creditNote, notes }, locale);
  for (const { label, amount } of creditedRows(order, refund, words, locale)) {
    pdf.need(3 * line);
    const face = label === words.total ? 'bold' : 'regular';
    pdf.text(amount, { x: right, size: body, face, end: true });
    pdf.paragraph(label, { x: left, size: body, face, width: 400 });
    pdf.y += 3;
    pdf.rule(left, right);
    pdf.y += 6;
  }
  return pdf.end();
}
