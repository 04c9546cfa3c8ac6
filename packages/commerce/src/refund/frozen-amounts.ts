import type { MoneyWire } from '@tessera/contracts/money.ts';
import type { PriceMode } from '../tax/tax-provider.ts';
import { toPaidParts, type PaidPart } from './paid-parts.ts';
import type { RefundShare } from './plan-refund.ts';

/** What a stored order says of its money. */
export interface StoredAmounts {
  currency: string;
  totalMinor: string;
  frozen: {
    priceMode: PriceMode;
    discountMinor: string;
    deliveryMinor: string;
    lines: readonly { id: string; quantity: number; lineTotal: MoneyWire; discountMinor?: string }[];
    taxLines: readonly { amount: MoneyWire }[];
    /** What each part had of each tax line; orders of before it was kept have none. */
    taxShares?: readonly { part: string; taxLine: number; taxableMinor: string }[];
  };
}

export interface StoredShare {
  id: string;
  quantity: number;
  grossMinor: string;
  taxMinor: readonly string[];
}

export function paidPartsOf({ currency, totalMinor, frozen }: StoredAmounts): PaidPart[] {
  const { taxShares } = frozen;
  return toPaidParts({
    currency,
    priceMode: frozen.priceMode,
    totalMinor: BigInt(totalMinor),
    discountMinor: BigInt(frozen.discountMinor),
    deliveryMinor: BigInt(frozen.deliveryMinor),
    lines: frozen.lines.map(({ id, quantity, lineTotal, discountMinor }) => ({
      id,
      quantity,
      amountMinor: BigInt(lineTotal.amountMinor),
      ...(discountMinor === undefined ? {} : { discountMinor: BigInt(discountMinor) }),
    })),
    taxes: frozen.taxLines.map(({ amount }, index) => ({
      taxMinor: BigInt(amount.amountMinor),
      ...(taxShares ? { shares: sharesOf(taxShares, index) } : {}),
    })),
  });
}

/** A part may have several shares of one tax, as a delivery has that follows the goods in it. */
function sharesOf(shares: NonNullable<StoredAmounts['frozen']['taxShares']>, taxLine: number): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { part, taxableMinor } of shares.filter((share) => share.taxLine === taxLine))
    sums.set(part, (sums.get(part) ?? 0n) + BigInt(taxableMinor));
  return sums;
}

export const fromStoredShare = ({ id, quantity, grossMinor, taxMinor }: StoredShare): RefundShare => ({
  id,
  quantity,
  grossMinor: BigInt(grossMinor),
  taxMinor: taxMinor.map(BigInt),
});

export const toStoredShare = ({ id, quantity, grossMinor, taxMinor }: RefundShare) => ({
  id,
  quantity,
  grossMinor: grossMinor.toString(),
  taxMinor: taxMinor.map((tax) => tax.toString()),
});
