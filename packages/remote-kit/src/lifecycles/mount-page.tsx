import { RouterProvider } from 'react-router';
import { createDataSource } from '../data/data-source.ts';
import { buildRoutes } from '../router/build-routes.tsx';
import { readInlinedState } from '../router/inlined-state.ts';
import { createRouteLoader, viewOfServices } from '../router/load-route.ts';
import { createShellGo, type Go, hrefOf } from '../router/go.ts';
import { basenameOf, createPageRouter, isOwnPath, whenReady } from '../router/page-router.ts';
import type { Mounted, MountContext } from './mount.tsx';

/** Mounts the page the address names: hydrates what the document brought, or renders once code and data are there. */
export async function mountPage({ definition, props, firstInDocument, show, signal }: MountContext): Promise<Mounted> {
  const { services } = props;
  const source = createDataSource(services);
  const view = () => viewOfServices(services);
  const routes = buildRoutes(definition, createRouteLoader({ source, auth: services.auth, view }));
  const inlined =
    firstInDocument && props.hydrate
      ? readInlinedState(routes, {
          basename: basenameOf(services),
          pathname: location.pathname,
          search: location.search,
          source,
          view: view(),
        })
      : undefined;
  if (inlined) await inlined.route.slot.load();
  signal.throwIfAborted();

  const router = createPageRouter(services, definition.manifest, routes, inlined?.hydrationData);
  const shellGo = createShellGo(services);
  const go: Go = (to, options = {}) =>
    isOwnPath(services, definition.manifest, new URL(hrefOf(services, to), location.origin).pathname)
      ? void router.navigate(to, options)
      : shellGo(to, options);
  const stopPricing = services.pricing.subscribe(() => void router.revalidate());
  const dispose = (): void => {
    stopPricing();
    router.dispose();
  };
  try {
    await abortable(whenReady(router), signal);
  } catch (error) {
    dispose();
    throw error;
  }
  const hydrate = inlined !== undefined;
  const root = show(<RouterProvider router={router} />, { hydrate, go });
  return {
    hydrated: hydrate,
    unmount() {
      dispose();
      root.unmount();
    },
  };
}

function abortable(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    promise.then(resolve, reject);
  });
}
