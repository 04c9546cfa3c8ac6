import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import type { Cancellation, CreditNote } from './credit-notes.ts';
import { creditedRows } from './credited.ts';
import { writeHead, type Head } from './invoice-pdf.ts';
import { createPdf } from './pdf-document.ts';
import { latinWordsOf } from './words.ts';

const left = 56;
const right = 539;
const body = 10;
const line = 14;

/** Rendered from the frozen order and the refund alone: the same ones give the same bytes. */
export function renderCreditNote(order: OrderRecord, refund: RefundRecord, note: CreditNote): Buffer {
  const words = latinWordsOf(localeOf(order));
  return render(order, refund, { invoice: note, name: words.creditNote, notes: [`${words.credits}: ${note.credits}`] });
}

/** The invoice over what a credit note had taken back, which did not arrive: the same rows, owed again. */
export function renderCancellation(order: OrderRecord, refund: RefundRecord, invoice: Cancellation): Buffer {
  const words = latinWordsOf(localeOf(order));
  return render(order, refund, { invoice, name: words.invoice, notes: [`${words.cancels}: ${invoice.cancels}`] });
}

const localeOf = ({ frozen }: OrderRecord): string => (frozen.locale === 'ar' ? 'en' : frozen.locale);

function render(order: OrderRecord, refund: RefundRecord, head: Head): Buffer {
  const locale = localeOf(order);
  const words = latinWordsOf(locale);
  const pdf = createPdf({
    title: head.invoice.number,
    author: order.frozen.shop.legalName,
    createdAt: new Date(head.invoice.issuedAt),
  });
  writeHead(pdf, order, head, locale);
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
