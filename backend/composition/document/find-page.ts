import type { ReleaseRecord } from '@tessera/contracts/release.ts';
import { findRoute } from '@tessera/contracts/route-pattern.ts';
import type { LiveSet } from '../registry/load-set.ts';
import type { Surface } from './address.ts';

type BuiltRoute = ReleaseRecord['manifest']['routes'][number];

/** What answers a path: one route of one remote. */
export interface Page {
  release: ReleaseRecord;
  route: BuiltRoute;
  params: Readonly<Record<string, string>>;
}

/** Remotes of a surface, in the set's order: the console's stay out of the shop and the other way round. */
export const remotesOf = (live: LiveSet, surface: Surface): ReleaseRecord[] =>
  [...live.remotes.values()].filter(({ manifest }) => (manifest.slot === 'console') === (surface === 'console'));

/** What the remotes of a surface fall back to. */
export const fallbacksOf = (live: LiveSet, surface: Surface): ReleaseRecord[] =>
  remotesOf(live, surface).flatMap(({ remote }) => live.fallbacks.get(remote) ?? []);

/** The remote and route that answer a path without locale prefix; undefined is a 404. */
export function findPage(live: LiveSet, surface: Surface, path: string): Page | undefined {
  const routes = remotesOf(live, surface).flatMap((release) =>
    release.manifest.routes.map((route) => ({ path: route.path, route, release })),
  );
  const match = findRoute(routes, path);
  return match && { release: match.route.release, route: match.route.route, params: match.params };
}
