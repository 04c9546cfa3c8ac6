/** What tax rules tell apart. Finer than a product's format, coarser than a provider's list of codes. */
export type TaxClass =
  | 'e-book'
  | 'audiobook'
  | 'digital-audio'
  | 'digital-video'
  | 'online-course'
  | 'electronic-service'
  | 'printed-book'
  | 'clothing'
  | 'goods'
  | 'delivery'
  | 'nontaxable';

/** Stripe product tax codes, longest prefix first (docs.stripe.com/tax/tax-codes, 2026). */
const prefixes: readonly (readonly [string, TaxClass])[] = [
  ['txcd_00000000', 'nontaxable'],
  ['txcd_10301', 'audiobook'],
  ['txcd_10302', 'e-book'],
  ['txcd_10303', 'e-book'],
  ['txcd_10304', 'e-book'],
  ['txcd_10305', 'e-book'],
  ['txcd_10401', 'digital-audio'],
  ['txcd_10402', 'digital-video'],
  ['txcd_10804', 'digital-video'],
  ['txcd_1', 'electronic-service'],
  ['txcd_2006', 'online-course'],
  ['txcd_30011', 'clothing'],
  ['txcd_35010', 'printed-book'],
  ['txcd_92', 'delivery'],
];

/** An unknown code is taxed as goods are: the general rate, never none. */
export const taxClassOf = (taxCode: string): TaxClass =>
  prefixes.find(([prefix]) => taxCode.startsWith(prefix))?.[1] ?? 'goods';
