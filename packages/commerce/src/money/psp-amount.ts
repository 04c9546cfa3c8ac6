import { isoExponent } from './iso-exponent.ts';
import { money, type Money } from './money.ts';

/** Stripe, "Supported currencies" (2026): amounts of these are charged in whole units. */
const zeroDecimal = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '));
const threeDecimal = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);
/** Sent as hundredths although the currency has none, so an amount ends in 00. */
const wholeUnitsAsHundredths = new Set(['ISK', 'UGX']);

export type PspAmount = { ok: true; amount: number } | { ok: false; reason: 'not-chargeable' | 'too-large' };

/** Money as Stripe takes it. `not-chargeable`: finer than Stripe charges in that currency. */
export function toPspAmount({ amountMinor, currency }: Money): PspAmount {
  const shift = pspExponent(currency) - isoExponent(currency);
  const scale = 10n ** BigInt(Math.abs(shift));
  if (shift < 0 && amountMinor % scale !== 0n) return { ok: false, reason: 'not-chargeable' };
  const amount = shift < 0 ? amountMinor / scale : amountMinor * scale;
  if (amount % pspStep(currency) !== 0n) return { ok: false, reason: 'not-chargeable' };
  if (amount > 99_999_999n) return { ok: false, reason: 'too-large' };
  return { ok: true, amount: Number(amount) };
}

/** Stripe writes its currencies in lower case. */
export function fromPspAmount(amount: number, currency: string): Money {
  const code = currency.toUpperCase();
  const shift = pspExponent(code) - isoExponent(code);
  const scale = 10n ** BigInt(Math.abs(shift));
  const whole = BigInt(amount);
  if (shift > 0 && whole % scale !== 0n) throw new RangeError(`${amount} ${code} has no whole minor unit`);
  return money(shift > 0 ? whole / scale : whole * scale, code);
}

export function pspExponent(currency: string): number {
  if (zeroDecimal.has(currency)) return 0;
  return threeDecimal.has(currency) ? 3 : 2;
}

/** What an amount as Stripe takes it is a multiple of. */
export function pspStep(currency: string): bigint {
  if (threeDecimal.has(currency)) return 10n;
  return wholeUnitsAsHundredths.has(currency) ? 100n : 1n;
}
