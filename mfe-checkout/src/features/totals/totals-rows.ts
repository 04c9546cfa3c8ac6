import type { Totals } from '@tessera/contracts/api/checkout.ts';
import type { MoneyWire } from '@tessera/contracts/money.ts';
import { minus } from '../../shared/minus.ts';

export type TotalsRow =
  | { kind: 'subtotal' | 'discount' | 'delivery' | 'total'; amount: MoneyWire }
  | { kind: 'delivery-later' | 'tax-later' }
  | { kind: 'tax' | 'included-tax'; label: string; taxable: MoneyWire; amount: MoneyWire };

interface RowsInput {
  totals: Totals;
  needsDelivery: boolean;
}

/**
 * A total that explains itself, top to bottom. Where tax comes on top, its lines stand before the total and the rows
 * add up to it; where it is in the prices, its lines stand after the total and say what part of it they are.
 */
export function toTotalsRows({ totals, needsDelivery }: RowsInput): TotalsRow[] {
  const inclusive = totals.taxDisplay === 'inclusive';
  const taxes = totals.taxLines.map(({ label, taxable, amount, included }) => ({
    kind: included ? ('included-tax' as const) : ('tax' as const),
    label,
    taxable,
    amount,
  }));
  const onTop = taxes.filter(({ kind }) => kind === 'tax');
  const within = taxes.filter(({ kind }) => kind === 'included-tax');
  return [
    { kind: 'subtotal', amount: totals.subtotal },
    ...(isZero(totals.discount) ? [] : [{ kind: 'discount' as const, amount: minus(totals.discount) }]),
    ...toDelivery(totals, needsDelivery),
    ...onTop,
    ...(!inclusive && totals.estimated && onTop.length === 0 ? [{ kind: 'tax-later' as const }] : []),
    { kind: 'total', amount: totals.total },
    ...within,
  ];
}

function toDelivery({ delivery, estimated }: Totals, needsDelivery: boolean): TotalsRow[] {
  if (!isZero(delivery)) return [{ kind: 'delivery', amount: delivery }];
  if (!needsDelivery) return [];
  return [estimated ? { kind: 'delivery-later' } : { kind: 'delivery', amount: delivery }];
}

export const isZero = ({ amountMinor }: MoneyWire): boolean => /^-?0+$/.test(amountMinor);
