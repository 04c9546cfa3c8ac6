import { taxLabel } from '@tessera/commerce/tax/tax-label.ts';
import type { TaxBreakdown, TaxRate } from '@tessera/commerce/tax/tax-provider.ts';
import type { TaxLine, Totals } from '@tessera/contracts/api/checkout.ts';
import type { MoneyWire } from '@tessera/contracts/money.ts';
import type { z } from 'zod';
import type { FrozenOrder } from '../../table/order-record.ts';
import type { Quote } from './quote.ts';

export function toTaxLines(
  tax: TaxBreakdown,
  currency: string,
  included: boolean,
  locale: string,
): z.infer<typeof TaxLine>[] {
  return tax.groups.map((group) => ({
    label: taxLabel(group.tax, locale),
    ratePercent: group.tax.percent,
    taxable: wire(group.taxableMinor, currency),
    amount: wire(group.taxMinor, currency),
    included,
    jurisdiction: group.tax.jurisdiction,
  }));
}

/** What each part was taxed on, by the place of the tax among the tax lines. `partOf` names a part by what the tax was asked for. */
export const toTaxShares = (
  { groups, lines }: TaxBreakdown,
  partOf: (lineId: string) => string,
): NonNullable<FrozenOrder['taxShares']> =>
  lines.flatMap(({ lineId, parts }) =>
    parts.map(({ tax, taxableMinor }) => ({
      part: partOf(lineId),
      taxLine: groups.findIndex((group) => isSameTax(group.tax, tax)),
      taxableMinor: taxableMinor.toString(),
    })),
  );

const isSameTax = (a: TaxRate, b: TaxRate): boolean =>
  a.kind === b.kind && a.jurisdiction === b.jurisdiction && a.percent === b.percent;

export function toTotals({ totals, tax }: Quote, locale: string, estimated: boolean): Totals {
  const { currency, priceMode } = totals;
  return {
    subtotal: wire(totals.subtotalMinor, currency),
    discount: wire(totals.discountMinor, currency),
    delivery: wire(totals.deliveryMinor, currency),
    tax: wire(totals.taxMinor, currency),
    total: wire(totals.totalMinor, currency),
    taxLines: toTaxLines(tax, currency, priceMode === 'inclusive', locale),
    taxDisplay: priceMode,
    estimated,
  };
}

export const wire = (amountMinor: bigint, currency: string): MoneyWire => ({
  amountMinor: amountMinor.toString(),
  currency,
});
