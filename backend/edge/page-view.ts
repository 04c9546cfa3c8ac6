import { bucketOf, bucketsOf } from '@tessera/contracts/bucket.ts';
import { cookies, headers } from '@tessera/contracts/wire-names.ts';
import { toViewHeader } from '@tessera/contracts/view.ts';
import type { HostEntry } from './host-entry.ts';
import type { ViewerRequest } from './viewer-event.ts';

/** Locale by address; country and currency by the visitor's choice, else by where they are, else the shop's first. */
export function viewHeaderOf(request: ViewerRequest, host: HostEntry, visitor: string): string {
  const choice = (request.cookies[cookies.view]?.value ?? '').split('.');
  const country =
    known(host.countries, choice[1]) ??
    known(host.countries, request.headers[headers.viewerCountry]?.value) ??
    host.countries[0] ??
    '';
  const currency =
    known(host.currencies, choice[0]) ??
    known(host.currencies, host.currencyOf ? host.currencyOf[country] : undefined) ??
    host.currencies[0] ??
    '';
  const locale = known(host.locales, request.uri.split('/')[1]) ?? host.locales[0] ?? '';
  return toViewHeader({ set: setOf(host, visitor), locale: locale, currency: currency, country: country });
}

/** The visitor's release set: which canaries they are in, by their bucket of each remote. */
function setOf(host: HostEntry, visitor: string): string {
  const canaries = host.canaries || [];
  let combination = 0;
  for (let index = 0; index < canaries.length; index += 1) {
    const canary = canaries[index];
    if (canary && bucketOf(visitor, host.tenant, canary.remote) < bucketsOf(canary.percent)) combination += 1 << index;
  }
  const set = combination > 0 && host.sets ? host.sets[combination - 1] : undefined;
  return set === undefined ? host.set : set;
}

/** Where a visitor who chose another language is led on the shop's bare first page. */
export function firstRedirectOf(request: ViewerRequest, host: HostEntry): string | undefined {
  if (request.uri !== '/' || request.method !== 'GET') return undefined;
  const locale = known(host.locales, request.cookies[cookies.locale]?.value);
  return locale !== undefined && locale !== host.locales[0] ? '/' + locale + '/' : undefined;
}

/** Only what the shop has enters the cache key: a visitor cannot make it endless. */
const known = (values: readonly string[], wanted: string | undefined): string | undefined =>
  wanted !== undefined && values.indexOf(wanted) >= 0 ? wanted : undefined;
