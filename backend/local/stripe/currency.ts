import { invalid } from './api/faults.ts';

// Stripe's own table: it differs from ISO 4217 (UGX and ISK are charged in hundredths here).
const zeroDecimal = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '));
const threeDecimal = new Set('bhd jod kwd omr tnd'.split(' '));

/** Smallest charge by settlement currency, in minor units; others are held to the conversion's floor of one unit. */
const minimumCharge: Readonly<Record<string, number>> = {
  usd: 50,
  eur: 50,
  cad: 50,
  chf: 50,
  aud: 50,
  nzd: 50,
  gbp: 30,
  sek: 300,
  nok: 300,
  dkk: 250,
  jpy: 50,
  pln: 200,
};

const decimalsOf = (currency: string): number => (zeroDecimal.has(currency) ? 0 : threeDecimal.has(currency) ? 3 : 2);

/** @example formatAmount(1299, 'usd', 'en') // "$12.99" */
export function formatAmount(amount: number, currency: string, locale: string): string {
  const digits = decimalsOf(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.toUpperCase(),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits);
}

export function requireChargeable(amount: number, currency: string, param: string): void {
  const least = minimumCharge[currency] ?? 1;
  if (amount < least)
    throw invalid(
      `The total amount due must be at least ${formatAmount(least, currency, 'en')} ${currency}.`,
      param,
      'amount_too_small',
    );
  if (amount > 99_999_999) throw invalid('The total amount due is too large.', param, 'amount_too_large');
}
