import { isoExponent } from './iso-exponent.ts';
import type { Money } from './money.ts';
import { toPspAmount } from './psp-amount.ts';

/** Stripe, "Minimum and maximum charge amounts" (2026), in major units; what another currency settles in decides for it. */
const minimums: Readonly<Record<string, string>> = {
  ...{ USD: '0.50', AED: '2.00', AUD: '0.50', BRL: '0.50', CAD: '0.50', CHF: '0.50', CZK: '15.00', DKK: '2.50' },
  ...{ EUR: '0.50', GBP: '0.30', HKD: '4.00', HUF: '175.00', INR: '0.50', JPY: '50', MXN: '10.00', MYR: '2.00' },
  ...{ NOK: '3.00', NZD: '0.50', PLN: '2.00', RON: '2.00', SEK: '3.00', SGD: '0.50', THB: '10.00' },
};

/** The least that is charged in a currency, in minor units. */
export function pspMinimumMinor(currency: string): bigint {
  const [whole = '0', fraction = ''] = (minimums[currency] ?? '0').split('.');
  return BigInt(whole + fraction.padEnd(isoExponent(currency), '0'));
}

/** Nothing at all needs no charge; anything else is to be what Stripe takes. */
export const isChargeable = (amount: Money): boolean =>
  toPspAmount(amount).ok && (amount.amountMinor === 0n || amount.amountMinor >= pspMinimumMinor(amount.currency));
