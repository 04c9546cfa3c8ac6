import type { RouteManifest } from '@tessera/contracts/remote-manifest.ts';
import type { LoaderFunctionArgs, RouteObject } from 'react-router';
import type { RemoteDefinition } from '../definition.ts';
import { createPageSlot, type PageSlot } from './page-slot.ts';
import { PageView } from './page-view.tsx';
import { RouteProblem } from './route-problem.tsx';
import { RootView } from './root-view.tsx';

export interface BuiltRoute {
  manifest: RouteManifest;
  slot: PageSlot;
}

export interface BuiltRoutes {
  objects: RouteObject[];
  byId: ReadonlyMap<string, BuiltRoute>;
}

export type RouteLoader = (route: BuiltRoute, args: LoaderFunctionArgs) => Promise<unknown>;

const rootId = '@root';

/** Joins the manifest's routes with the definition's pages; throws where one is without the other. */
export function buildRoutes(definition: RemoteDefinition, load: RouteLoader): BuiltRoutes {
  const byId = new Map<string, BuiltRoute>();
  for (const manifest of definition.manifest.routes) {
    const route = definition.routes.find(({ id }) => id === manifest.id);
    if (!route) throw new Error(`${definition.manifest.name}: route ${manifest.id} has no page`);
    byId.set(manifest.id, { manifest, slot: createPageSlot(route) });
  }
  const stray = definition.routes.find(({ id }) => !byId.has(id));
  if (stray) throw new Error(`${definition.manifest.name}: page ${stray.id} is not in the manifest`);

  const children = [...byId].map(([id, route]) => ({
    id,
    path: route.manifest.path,
    loader: (args: LoaderFunctionArgs) => load(route, args),
    element: <PageView slot={route.slot} />,
    errorElement: <RouteProblem />,
  }));
  return {
    byId,
    objects: [{ id: rootId, element: <RootView byId={byId} />, errorElement: <RouteProblem />, children }],
  };
}
