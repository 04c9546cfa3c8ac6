/**
 * What the KeyValueStore says of a host, under `host:<host>`: at most 1 KB of JSON. Lists start with the shop's
 * default. Free of imports: viewer functions read it.
 */
export interface HostEntry {
  tenant: string;
  /** Release set of the host's visitors who are in no canary. */
  set: string;
  /** Remotes with a release on its way, each with its share of the visitors. */
  canaries?: readonly { remote: string; percent: number }[];
  /** Sets of those in canary, by the sum of 2^index of their canaries, less 1. */
  sets?: readonly string[];
  locales: readonly string[];
  currencies: readonly string[];
  countries: readonly string[];
  /** Country → currency, where it is not the first. */
  currencyOf?: Readonly<Record<string, string>>;
}

/** Key of a host, given without its port. */
export const hostKeyOf = (host: string): string => 'host:' + host;

/** Key of a tenant's list of slice versions that its live releases need, each as `catalog.0123456789ab`. */
export const slicesKeyOf = (tenant: string): string => 'slices:' + tenant;

/** Writes the entry of a tenant's host. A price list that names countries decides their currency. */
export function toHostEntry(input: {
  profile: { id: string; locales: readonly string[]; currencies: readonly string[]; countries: readonly string[] };
  setId: string;
  canaries?: readonly { remote: string; percent: number }[];
  sets?: readonly string[];
  priceLists: readonly { currency: string; countries: readonly string[] }[];
}): HostEntry {
  const { profile } = input;
  const pairs = input.priceLists.flatMap(({ currency, countries }) => countries.map((country) => [country, currency]));
  const currencyOf: Record<string, string> = Object.fromEntries(
    pairs.filter(([, currency]) => currency !== profile.currencies[0]),
  );
  return {
    tenant: profile.id,
    set: input.setId,
    ...(input.canaries?.length && input.sets ? { canaries: input.canaries, sets: input.sets } : {}),
    locales: profile.locales,
    currencies: profile.currencies,
    countries: profile.countries,
    ...(Object.keys(currencyOf).length > 0 ? { currencyOf } : {}),
  };
}
