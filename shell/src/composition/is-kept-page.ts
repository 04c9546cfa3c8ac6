import type { BootDocument } from '@tessera/contracts/boot.ts';
import { toDataUrl } from '@tessera/contracts/data-template.ts';
import { splitLocale } from '@tessera/contracts/locale-path.ts';
import { findRoute } from '@tessera/contracts/route-pattern.ts';

/**
 * Whether the offline document stands in for a page that can be shown all the same: one that was come to by a link, so
 * that its data was kept on the device and its document never was.
 */
export async function isKeptPage(
  boot: BootDocument,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
  caches: Pick<CacheStorage, 'match'> | undefined,
): Promise<boolean> {
  if (!caches || boot.page.remote !== undefined || boot.page.url === pathname + search) return false;
  const { locale, path } = splitLocale(boot.tenant.locales, pathname);
  const routes = Object.values(boot.releaseSet.remotes).flatMap(({ routes: declared }) => declared);
  const found = locale === boot.locale ? findRoute(routes, path) : undefined;
  if (!found || found.route.access !== 'public' || found.route.data.length === 0) return false;
  const context = { ...boot, params: found.params, search: new URLSearchParams(search) };
  const answers = await Promise.all(found.route.data.map((template) => caches.match(toDataUrl(template, context))));
  return answers.every(Boolean);
}
