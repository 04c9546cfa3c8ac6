import { formatMoney } from '@tessera/commerce/money/format-money.ts';
import { fromWire, money } from '@tessera/commerce/money/money.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import type { Cancellation } from './credit-notes.ts';
import { creditedRows } from './credited.ts';
import { summaryOf, type SummaryRow } from './summary.ts';
import { fill, wordsOf } from './words.ts';

export interface Mail {
  to: string;
  replyTo: string;
  subject: string;
  text: string;
  html: string;
}

export function toReceipt(order: OrderRecord): Mail {
  const { locale, origin, localePrefix } = order.frozen;
  const words = wordsOf(locale);
  const library = `${origin}${localePrefix}/library`;
  return compose(order, words.receiptSubject, {
    opening: words.thanks,
    notes: renewalOf(order),
    closing: [words.whereItIs, library],
    link: { text: words.library, href: library },
  });
}

/** What a subscription of the order goes on costing. */
function renewalOf({ frozen: { renewal, locale } }: OrderRecord): string[] {
  if (!renewal) return [];
  return [fill(wordsOf(locale).renews[renewal.interval], { amount: formatMoney(fromWire(renewal.total), locale) })];
}

export function toRefundNotice(order: OrderRecord, refund: RefundRecord, creditNote: string): Mail {
  const { locale, origin, localePrefix } = order.frozen;
  const words = wordsOf(locale);
  const refunded = money(BigInt(refund.amountMinor), refund.currency);
  const invoices = `${origin}${localePrefix}/library/invoices`;
  return compose(order, words.refundSubject, {
    opening: fill(words.refunded, { amount: formatMoney(refunded, locale) }),
    rows: creditedRows(order, refund, words, locale),
    closing: [fill(words.creditNoteIs, { number: creditNote }), invoices],
    link: { text: words.creditNote, href: invoices },
  });
}

/** The money that was refunded came back to the shop: what was bought is the buyer's again, and nothing is settled yet. */
export function toSentBackNotice(order: OrderRecord, refund: RefundRecord, { number, cancels }: Cancellation): Mail {
  const { locale, origin, localePrefix } = order.frozen;
  const words = wordsOf(locale);
  const amount = formatMoney(money(BigInt(refund.amountMinor), refund.currency), locale);
  const invoices = `${origin}${localePrefix}/library/invoices`;
  return compose(order, words.sentBackSubject, {
    opening: fill(words.sentBack, { amount }),
    rows: creditedRows(order, refund, words, locale),
    closing: [fill(words.cancellationIs, { number, note: cancels }), invoices],
    link: { text: words.invoice, href: invoices },
  });
}

interface Parts {
  opening: string;
  /** In place of the order's lines and sums. */
  rows?: readonly SummaryRow[];
  /** Said after the sums. */
  notes?: readonly string[];
  closing: readonly string[];
  link?: { text: string; href: string };
}

function compose(
  order: OrderRecord,
  subject: string,
  { opening, rows: given, notes = [], closing, link }: Parts,
): Mail {
  const { frozen, number } = order;
  const { locale, shop } = frozen;
  const words = wordsOf(locale);
  const lines = frozen.lines.map((line) => ({
    label: `${line.quantity} × ${line.title} – ${line.productTitle}`,
    amount: formatMoney(fromWire(line.lineTotal), locale),
  }));
  const rows = given ?? [...lines, ...summaryOf(order, words, locale)];
  const questions = fill(words.questions, { email: shop.supportEmail });
  const text = [
    opening,
    '',
    `${words.order} ${number}`,
    ...rows.map(({ label, amount }) => `${label}: ${amount}`),
    '',
    ...notes,
    ...closing,
    '',
    questions,
    shop.legalName,
  ].join('\n');
  const table = rows
    .map(({ label, amount }) => `<tr><td>${escape(label)}</td><td align="right">${escape(amount)}</td></tr>`)
    .join('');
  const html = `<!doctype html><html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"><body>
<h1>${escape(shop.name)}</h1><p>${escape(opening)}</p><h2>${escape(words.order)} ${escape(number)}</h2>
<table cellpadding="4">${table}</table>
${notes.map((note) => `<p>${escape(note)}</p>`).join('')}
${link ? `<p><a href="${escape(link.href)}">${escape(link.text)}</a></p>` : ''}
<p>${escape(questions)}<br>${escape(shop.legalName)}</p></body></html>`;
  return {
    to: order.email,
    replyTo: shop.supportEmail,
    subject: fill(subject, { number, shop: shop.name }),
    text,
    html,
  };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? letter);
