import { createDataSource } from '../data/data-source.ts';
import { buildRoutes, type BuiltRoute, matchPage } from '../router/build-routes.ts';
import { createShellGo, type Go, hrefOf } from '../router/go.ts';
import { readInlined } from '../router/inlined-state.ts';
import { LivePage } from '../router/live-page.tsx';
import { loadRoute, viewOfServices } from '../router/load-route.ts';
import { isOwnPath, pathWithin } from '../router/own-path.ts';
import { createPageRouter, type PageRouterOptions } from '../router/page-router.ts';
import { createRouterWindow } from '../router/router-window.ts';
import type { Mounted, MountContext } from './mount.tsx';
import { retryOffline } from './retry-offline.ts';
import { type SteadyNetwork, watchNetwork } from './steady-network.ts';

/** Mounts the page the address names: hydrates what the document brought, or renders once code and data are there. */
export async function mountPage(context: MountContext): Promise<Mounted> {
  const { definition, props, show, signal } = context;
  const { services } = props;
  const routes = buildRoutes(definition);
  const source = createDataSource(services);
  const inlined = await takeInlined(context, routes, source);
  signal.throwIfAborted();

  const network = watchNetwork(services.offline);
  const router = createPageRouter({
    window: createRouterWindow(window, (pathname) => isOwnPath(services, definition.manifest, pathname)),
    inlined,
    load: createLoad(context, { routes, source, network }),
    hasMoved: () => services.navigation.hasMoved?.() ?? false,
  });
  const stops = [
    services.pricing.subscribe(() => void router.reload()),
    services.auth.subscribe(() => {
      if (router.state().route?.manifest.access === 'signed-in') void router.reload();
    }),
    retryOffline({ offline: services.offline, router }),
    () => network.stop(),
    () => router.dispose(),
  ];
  const dispose = (): void => stops.forEach((stop) => stop());
  try {
    await abortable(router.ready, signal);
  } catch (error) {
    dispose();
    throw error;
  }

  const shellGo = createShellGo(services);
  const go: Go = (to, options = {}) => {
    const href = hrefOf(services, to);
    const isOwn = isOwnPath(services, definition.manifest, new URL(href, location.origin).pathname);
    if (isOwn) router.navigate(href, options);
    else shellGo(to, options);
  };
  const hydrate = inlined !== undefined;
  const root = show(<LivePage router={router} />, { hydrate, go });
  return {
    hydrated: hydrate,
    unmount() {
      dispose();
      root.unmount();
    },
  };
}

type Source = ReturnType<typeof createDataSource>;

/** What the server rendered from; awaits the page's code, so that hydration finds it. */
async function takeInlined(
  { props, firstInDocument }: MountContext,
  routes: readonly BuiltRoute[],
  source: Source,
): Promise<PageRouterOptions['inlined']> {
  if (!firstInDocument || !props.hydrate) return undefined;
  const { services } = props;
  const { href } = location;
  const found = matchPage(routes, pathWithin(services, location.pathname) ?? '');
  const search = new URLSearchParams(location.search);
  const inlined = found && readInlined({ ...found, search, source, view: viewOfServices(services) });
  if (!inlined) return undefined;
  await found.route.slot.load(services.boot.locale);
  // A visitor may have gone on while the page's code was on its way.
  return location.href === href ? { ...found, ...inlined } : undefined;
}

interface LoadOptions {
  routes: readonly BuiltRoute[];
  source: Source;
  network: Pick<SteadyNetwork, 'isSteady'>;
}

function createLoad({ props }: MountContext, { routes, source, network }: LoadOptions): PageRouterOptions['load'] {
  const { services } = props;
  const context = {
    source,
    auth: services.auth,
    isSteady: () => network.isSteady(),
    view: () => viewOfServices(services),
  };
  return async (url, signal) => {
    const found = matchPage(routes, pathWithin(services, url.pathname) ?? '');
    if (!found) throw new Error(`${url.pathname} is no page of this remote`);
    try {
      const data = await loadRoute(context, { ...found, search: url.searchParams, signal });
      return { ...found, data, error: undefined };
    } catch (error) {
      if (signal.aborted) throw error;
      return { ...found, data: undefined, error };
    }
  };
}

function abortable(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Unmounted before it was mounted')), { once: true });
    promise.then(resolve, reject);
  });
}
