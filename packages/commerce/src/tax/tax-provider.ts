import type { Rational } from '../money/rational.ts';

export type Rounding = 'line' | 'invoice-by-rate';
export type PriceMode = 'inclusive' | 'exclusive';

/** Where a seller collects tax. */
export interface TaxRegistration {
  country: string;
  /** State or province; absent where the country has one tax, or for a country-wide one (Canada's GST/HST). */
  region?: string;
  /** The Union's One Stop Shop, registered for in this member state: it declares sales to consumers in all of them. */
  scheme?: 'oss';
}

export interface TaxLocation {
  country: string;
  region?: string;
  postalCode?: string;
}

export interface TaxableLine {
  id: string;
  taxCode: string;
  quantity: number;
  /** The whole line after its discounts, in the price mode of the request. */
  amountMinor: bigint;
}

export interface TaxRequest {
  currency: string;
  /** Where the seller is established. */
  sellerCountry: string;
  registrations: readonly TaxRegistration[];
  destination: TaxLocation;
  priceMode: PriceMode;
  rounding: Rounding;
  lines: readonly TaxableLine[];
}

export type TaxKind = 'vat' | 'sales-tax' | 'gst' | 'hst' | 'pst' | 'rst' | 'qst';

/** One authority's tax at one rate. */
export interface TaxRate {
  kind: TaxKind;
  /** `DE`, `US-CA`, `CA-QC`. */
  jurisdiction: string;
  /** Percent as a decimal string; `rate` is the same, exactly. */
  percent: string;
  rate: Rational;
}

export interface LineTax {
  lineId: string;
  netMinor: bigint;
  taxMinor: bigint;
  grossMinor: bigint;
  parts: readonly { tax: TaxRate; taxableMinor: bigint; taxMinor: bigint }[];
}

export interface TaxGroup {
  tax: TaxRate;
  taxableMinor: bigint;
  taxMinor: bigint;
}

export interface TaxBreakdown {
  lines: readonly LineTax[];
  /** Per authority and rate: what an invoice states. Their sum is `taxMinor`. */
  groups: readonly TaxGroup[];
  /** What the groups' sum exceeds the lines' sum by; zero with `line` rounding. */
  roundingAdjustmentMinor: bigint;
  netMinor: bigint;
  taxMinor: bigint;
  grossMinor: bigint;
}

export type TaxResult = { ok: true; breakdown: TaxBreakdown } | { ok: false; reason: 'region-needed' | 'unavailable' };

/** Who knows tax: tables on one machine, Stripe Tax in production. */
export interface TaxProvider {
  calculate(request: TaxRequest): Promise<TaxResult>;
}
