import type { BootDocument, BootRemote } from '@tessera/contracts/boot.ts';
import { splitLocale } from '@tessera/contracts/locale-path.ts';
import { findRoute } from '@tessera/contracts/route-pattern.ts';

/** The remote whose page a pathname is; undefined where none of this document's remotes answers it. */
export function findOwner(
  boot: Pick<BootDocument, 'tenant' | 'locale' | 'releaseSet'>,
  pathname: string,
): BootRemote | undefined {
  const { locale, path } = splitLocale(boot.tenant.locales, pathname);
  if (locale !== boot.locale) return undefined;
  const routes = Object.values(boot.releaseSet.remotes).flatMap((remote) =>
    remote.routes.map((route) => ({ path: route.path, remote })),
  );
  return findRoute(routes, path)?.route.remote;
}
