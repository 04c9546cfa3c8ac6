import { formatMoney } from '@tessera/commerce/money/format-money.ts';
import { fromWire, money } from '@tessera/commerce/money/money.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { Words } from './words.ts';

export interface SummaryRow {
  label: string;
  amount: string;
}

/** Subtotal to total as people read it: only what is there, discounts by their names, taxes by authority. */
export function summaryOf(order: OrderRecord, words: Words, locale: string): SummaryRow[] {
  const { frozen, currency } = order;
  const show = (minor: string) => formatMoney(money(BigInt(minor), currency), locale);
  const optional = (label: string, minor: string, sign = '') =>
    minor === '0' ? [] : [{ label, amount: `${sign}${show(minor)}` }];
  const taxes = frozen.taxLines.map((line) => ({
    label: `${line.included ? `${line.label} (${words.taxOn} ${formatMoney(fromWire(line.taxable), locale)})` : line.label}`,
    amount: formatMoney(fromWire(line.amount), locale),
  }));
  const total = { label: words.total, amount: show(order.totalMinor) };
  const before = [
    { label: words.subtotal, amount: show(frozen.subtotalMinor) },
    ...(frozen.discounts
      ? frozen.discounts.flatMap(({ code, name, amountMinor }) =>
          optional(`${words.discount} (${code ?? name})`, amountMinor, '-'),
        )
      : optional(words.discount, frozen.discountMinor, '-')),
    ...optional(words.delivery, frozen.deliveryMinor),
  ];
  return frozen.priceMode === 'exclusive' ? [...before, ...taxes, total] : [...before, total, ...taxes];
}
