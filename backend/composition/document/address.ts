import { localePrefixOf, splitLocale } from '@tessera/contracts/locale-path.ts';
import type { Locale } from '@tessera/contracts/tenant.ts';

export type Surface = 'shop' | 'console';

export type Address =
  | { kind: 'page'; locale: Locale; path: string; surface: Surface }
  /** The same page under its one proper address: a path on this host, never another's. */
  | { kind: 'redirect'; location: string };

/** Reads what an address means: its language, its path without one, and which of a shop's two documents answers. */
export function readAddress(url: URL, locales: readonly [Locale, ...Locale[]]): Address {
  const tidy = tidyPath(url.pathname, locales);
  if (tidy !== url.pathname) return { kind: 'redirect', location: tidy + url.search };
  const { locale = locales[0], path } = splitLocale(locales, tidy);
  return { kind: 'page', locale, path, surface: isConsole(path) ? 'console' : 'shop' };
}

/** The address of a page in a language. */
export const pathIn = (locales: readonly Locale[], locale: Locale, path: string): string =>
  localePrefixOf(locales, locale) + path;

const isConsole = (path: string): boolean => path === '/admin' || path.startsWith('/admin/');

/** No doubled slash (which would name a host in a redirect), none at the end, and the default locale bare. */
function tidyPath(pathname: string, [main, ...others]: readonly [Locale, ...Locale[]]): string {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  while (segments[0] === main) segments.shift();
  const [only] = segments;
  const isHome = segments.length === 1 && others.some((locale) => locale === only);
  return isHome && pathname.endsWith('/') ? `/${only}/` : `/${segments.join('/')}`;
}
