import { localePrefixOf, splitLocale } from '@tessera/contracts/locale-path.ts';
import { findRoute } from '@tessera/contracts/route-pattern.ts';
import type { RemoteManifest } from '@tessera/contracts/remote-manifest.ts';
import type { ShellServices } from '@tessera/contracts/shell-services.ts';
import { createBrowserRouter, type DataRouter, type HydrationState } from 'react-router';
import type { BuiltRoutes } from './build-routes.tsx';
import { createRouterWindow } from './router-window.ts';

/** Whether a pathname of this shop, with or without locale prefix, belongs to the remote. */
export function isOwnPath(services: Pick<ShellServices, 'boot'>, manifest: RemoteManifest, pathname: string): boolean {
  const { locale, tenant } = services.boot;
  const split = splitLocale(tenant.locales, pathname);
  return split.locale === locale && findRoute(manifest.routes, split.path) !== undefined;
}

export const basenameOf = ({ boot }: Pick<ShellServices, 'boot'>): string =>
  localePrefixOf(boot.tenant.locales, boot.locale) || '/';

/** The router of a remote's pages: on the tab's own address, deaf to its echo and to others' addresses. */
export function createPageRouter(
  services: ShellServices,
  manifest: RemoteManifest,
  routes: BuiltRoutes,
  hydrationData: HydrationState | undefined,
): DataRouter {
  return createBrowserRouter(routes.objects, {
    basename: basenameOf(services),
    window: createRouterWindow(window, (pathname) => isOwnPath(services, manifest, pathname)),
    ...(hydrationData ? { hydrationData } : {}),
  });
}

/** Settles once the first page's code and data are there, or its problem is known. */
export function whenReady(router: DataRouter): Promise<void> {
  if (router.state.initialized) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = router.subscribe(({ initialized }) => {
      if (!initialized) return;
      stop();
      resolve();
    });
  });
}
