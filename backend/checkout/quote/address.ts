import type { Address } from '@tessera/contracts/api/checkout.ts';
import type { TaxLocation } from '@tessera/commerce/tax/tax-provider.ts';
import { invalid } from '../../platform/errors.ts';
import type { Seller } from '../shop/shop.ts';

/** The part of an address that tax is decided by. `US-CA` and `ca` are both California. */
export function toTaxLocation({ country, region, postalCode }: Address, { profile }: Seller): TaxLocation {
  if (!profile.countries.includes(country))
    throw invalid([{ path: 'body.address.country', message: 'The shop does not sell to this country.' }]);
  const code = region?.toUpperCase().replace(new RegExp(`^${country}-`), '');
  return { country, ...(code ? { region: code } : {}), ...(postalCode ? { postalCode } : {}) };
}

export const regionNeeded = () =>
  invalid([{ path: 'body.address.region', message: 'Choose a state or province; taxes are decided by it.' }]);
