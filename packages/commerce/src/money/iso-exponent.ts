/** ISO 4217 list one (amendment 179): currencies whose minor unit is not a hundredth. */
const exceptions: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

/** Decimal places of the ledger and of what people read. The payment provider has a table of its own: `psp-amount.ts`. */
export const isoExponent = (currency: string): number => exceptions[currency] ?? 2;
