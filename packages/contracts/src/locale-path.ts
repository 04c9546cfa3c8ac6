/**
 * Languages stand in the URL: the tenant's first locale is bare, each other one is the first segment (`/de/cart`).
 *
 * @example localePrefixOf(['en', 'de'], 'de') // "/de"
 */
export const localePrefixOf = (locales: readonly string[], locale: string): string =>
  locale === locales[0] ? '' : `/${locale}`;

/**
 * A path in a language: puts the locale prefix before it.
 *
 * @example toLocalePath(['en', 'de'], 'de', '/') // "/de"
 */
export function toLocalePath(locales: readonly string[], locale: string, path: string): string {
  const prefix = localePrefixOf(locales, locale);
  return prefix !== '' && (path === '/' || path.startsWith('/?')) ? prefix + path.slice(1) : prefix + path;
}

/**
 * Takes the locale prefix off a pathname.
 *
 * @example splitLocale(['en', 'de'], '/de/cart') // { locale: 'de', path: '/cart' }
 */
export function splitLocale<L extends string>(
  locales: readonly [L, ...L[]] | readonly L[],
  pathname: string,
): { locale: L | undefined; path: string } {
  const first = pathname.split('/')[1] ?? '';
  const prefixed = locales.slice(1).find((locale) => locale === first);
  if (prefixed === undefined) return { locale: locales[0], path: pathname || '/' };
  return { locale: prefixed, path: pathname.slice(first.length + 1) || '/' };
}
