import { formatMoney } from '@tessera/commerce/money/format-money.ts';
import { fromWire } from '@tessera/commerce/money/money.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { IssuedInvoice } from './invoices.ts';
import { createPdf, type PdfDocument } from './pdf-document.ts';
import { summaryOf } from './summary.ts';
import { latinWordsOf } from './words.ts';

const left = 56;
const right = 539;
const ends = { quantity: 370, unit: 455, amount: right };
const body = 10;
const line = 14;

/** Rendered from the frozen record alone: the same order and number give the same bytes. */
export function renderInvoice(order: OrderRecord, invoice: IssuedInvoice): Buffer {
  const locale = order.frozen.locale === 'ar' ? 'en' : order.frozen.locale;
  const pdf = createPdf({
    title: invoice.number,
    author: order.frozen.shop.legalName,
    createdAt: new Date(invoice.issuedAt),
  });
  writeHead(pdf, order, { invoice, name: latinWordsOf(locale).invoice, notes: [] }, locale);
  writeLines(pdf, order, locale);
  writeSummary(pdf, order, locale);
  return pdf.end();
}

export interface Head {
  invoice: IssuedInvoice;
  /** What kind of document it is. */
  name: string;
  /** Said below the order's number. */
  notes: readonly string[];
}

/** Who, to whom, which and when. */
export function writeHead(pdf: PdfDocument, order: OrderRecord, { invoice, name, notes }: Head, locale: string): void {
  const words = latinWordsOf(locale);
  const { shop, address } = order.frozen;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(invoice.issuedAt),
  );
  const write = (text: string, size = body, face: 'regular' | 'bold' = 'regular') =>
    pdf.paragraph(text, { x: left, size, face, width: right - left });
  write(shop.name, 18, 'bold');
  write(`${shop.legalName}, ${shop.country} · ${shop.supportEmail}`, 9);
  pdf.y += line;
  write(`${name} ${invoice.number}`, 14, 'bold');
  write(`${words.date}: ${date}`);
  write(`${words.order}: ${order.number}`);
  for (const note of notes) write(note);
  pdf.y += line;
  write(words.billedTo, body, 'bold');
  const town = [address.postalCode, address.city, address.region].filter(Boolean).join(' ');
  for (const part of [address.name, address.line1, address.line2, town, address.country, order.email])
    if (part) write(part);
  pdf.y += 2 * line;
}

function writeLines(pdf: PdfDocument, order: OrderRecord, locale: string): void {
  const words = latinWordsOf(locale);
  writeRow(pdf, 'bold', [words.item, words.quantity, words.unitPrice, words.amount]);
  for (const entry of order.frozen.lines)
    writeRow(pdf, 'regular', [
      `${entry.title} – ${entry.productTitle}`,
      String(entry.quantity),
      formatMoney(fromWire(entry.unitPrice), locale),
      formatMoney(fromWire(entry.lineTotal), locale),
    ]);
}

function writeRow(
  pdf: PdfDocument,
  face: 'regular' | 'bold',
  [item, quantity, unit, amount]: readonly [string, string, string, string],
): void {
  pdf.need(4 * line);
  pdf.text(quantity, { x: ends.quantity, size: body, face, end: true });
  pdf.text(unit, { x: ends.unit, size: body, face, end: true });
  pdf.text(amount, { x: ends.amount, size: body, face, end: true });
  pdf.paragraph(item, { x: left, size: body, face, width: 280 });
  pdf.y += 3;
  pdf.rule(left, right);
  pdf.y += 6;
}

function writeSummary(pdf: PdfDocument, order: OrderRecord, locale: string): void {
  const words = latinWordsOf(locale);
  pdf.y += line;
  for (const { label, amount } of summaryOf(order, words, locale)) {
    pdf.need(2 * line);
    const face = label === words.total ? 'bold' : 'regular';
    pdf.text(label, { x: ends.unit, size: body, face, end: true });
    pdf.text(amount, { x: ends.amount, size: body, face, end: true });
    pdf.y += line;
  }
  pdf.need(2 * line);
  pdf.y += line;
  pdf.text(words.paid, { x: left, size: body });
}
