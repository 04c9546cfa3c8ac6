import { z } from 'zod';

/** ISO 4217 alphabetic code. */
export const CurrencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code')
  .meta({ id: 'CurrencyCode' });

/** ISO 3166-1 alpha-2 code. */
export const CountryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 code')
  .meta({ id: 'CountryCode' });

/**
 * Money on the wire: integer minor units of the currency's ISO exponent as a decimal string, because JSON has
 * no bigint and a float would lose cents. `{ amountMinor: "1299", currency: "USD" }` is $12.99.
 */
export const MoneyWire = z
  .object({ amountMinor: z.string().regex(/^-?\d{1,18}$/), currency: CurrencyCode })
  .meta({ id: 'Money' });
export type MoneyWire = z.infer<typeof MoneyWire>;
