import type { RouteManifest } from '@tessera/contracts/remote-manifest.ts';
import { findRoute } from '@tessera/contracts/route-pattern.ts';
import type { RemoteDefinition } from '../definition.ts';
import { createPageSlot, type PageSlot } from './page-slot.ts';

export interface BuiltRoute {
  /** As in the manifest. */
  path: string;
  manifest: RouteManifest;
  slot: PageSlot;
}

/** Joins the manifest's routes with the definition's pages; throws where one is without the other. */
export function buildRoutes({ manifest, routes }: RemoteDefinition): BuiltRoute[] {
  const stray = routes.find(({ id }) => !manifest.routes.some((declared) => declared.id === id));
  if (stray) throw new Error(`${manifest.name}: page ${stray.id} is not in the manifest`);
  return manifest.routes.map((declared) => {
    const route = routes.find(({ id }) => id === declared.id);
    if (!route) throw new Error(`${manifest.name}: route ${declared.id} has no page`);
    return { path: declared.path, manifest: declared, slot: createPageSlot(route) };
  });
}

/** The route of a path without locale prefix. */
export function matchPage(
  routes: readonly BuiltRoute[],
  path: string,
): { route: BuiltRoute; params: Record<string, string> } | undefined {
  return findRoute(routes, path);
}
