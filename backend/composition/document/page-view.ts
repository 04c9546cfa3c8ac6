import type { Locale, TenantProfile } from '@tessera/contracts/tenant.ts';
import { fromViewHeader } from '@tessera/contracts/view.ts';

export interface Viewing {
  locale: Locale;
  currency: string;
  country: string;
}

/** Currency and country of a page: what the edge says where the shop has it, else the shop's first. */
export function viewingOf(tenant: TenantProfile, locale: Locale, viewHeader: string | undefined): Viewing {
  const view = fromViewHeader(viewHeader);
  const oneOf = (known: readonly string[], wanted: string) => (known.includes(wanted) ? wanted : (known[0] ?? wanted));
  return {
    locale,
    currency: oneOf(tenant.currencies, view.currency),
    country: oneOf(tenant.countries, view.country),
  };
}
