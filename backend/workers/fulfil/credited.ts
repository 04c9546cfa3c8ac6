import { deliveryPart, sum } from '@tessera/commerce/refund/paid-parts.ts';
import { formatMoney } from '@tessera/commerce/money/format-money.ts';
import { money } from '@tessera/commerce/money/money.ts';
import type { OrderRecord } from '../../table/order-record.ts';
import type { RefundRecord } from '../../table/refund-record.ts';
import type { SummaryRow } from './summary.ts';
import type { Words } from './words.ts';

/** What goes back, part by part with its tax, then each tax within that, then the sum. */
export function creditedRows(order: OrderRecord, refund: RefundRecord, words: Words, locale: string): SummaryRow[] {
  const show = (minor: bigint) => formatMoney(money(minor, refund.currency), locale);
  const parts = refund.shares.map(({ id, quantity, grossMinor }) => ({
    label: labelOf(order, { id, quantity }, words),
    amount: show(BigInt(grossMinor)),
  }));
  const taxes = order.frozen.taxLines
    .map(({ label }, index) => ({
      label,
      minor: sum(refund.shares.map(({ taxMinor }) => BigInt(taxMinor[index] ?? 0))),
    }))
    .filter(({ minor }) => minor !== 0n)
    .map(({ label, minor }) => ({ label: `${label} (${words.included})`, amount: show(minor) }));
  return [...parts, { label: words.total, amount: show(BigInt(refund.amountMinor)) }, ...taxes];
}

function labelOf({ frozen }: OrderRecord, { id, quantity }: { id: string; quantity: number }, words: Words): string {
  if (id === deliveryPart) return words.delivery;
  const line = frozen.lines.find((one) => one.id === id);
  const name = `${line?.title} – ${line?.productTitle}`;
  return quantity === 0 ? `${name} (${words.partOf})` : `${quantity} × ${name}`;
}
