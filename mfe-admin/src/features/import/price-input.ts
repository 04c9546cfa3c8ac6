export type PriceInput = { ok: true; minor: string | undefined } | { ok: false };

/** `12.99` or `12,99` as minor units of its currency; nothing is no price. More than nothing, and no more decimals than it has. */
export function parsePrice(text: string, currency: string): PriceInput {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, minor: undefined };
  const exponent =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const [, units = '', decimals = ''] = /^(\d{1,7})(?:[.,](\d+))?$/.exec(trimmed) ?? [];
  if (units === '' || decimals.length > exponent) return { ok: false };
  const minor = BigInt(units + decimals.padEnd(exponent, '0'));
  return minor > 0n ? { ok: true, minor: String(minor) } : { ok: false };
}

/** Minor units as they are typed: the reverse of reading them. */
export function toPriceText(minor: string, currency: string): string {
  const exponent =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const digits = minor.padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
