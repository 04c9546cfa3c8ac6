import type { HydrationState } from 'react-router';
import { matchRoutes } from 'react-router';
import type { DataSource } from '../data/data-source.ts';
import { dataUrlsOf, type DataView, toRouteData } from '../data/route-data.ts';
import { ProblemError } from '../problem-error.ts';
import type { BuiltRoute, BuiltRoutes } from './build-routes.tsx';

export interface Inlined {
  route: BuiltRoute;
  /** The same state that the server rendered from. */
  hydrationData: HydrationState;
}

/** Reads a page's state out of the document without waiting; undefined where the document doesn't hold all of it. */
export function readInlinedState(
  routes: BuiltRoutes,
  input: { basename: string; pathname: string; search: string; source: DataSource; view: DataView },
): Inlined | undefined {
  const leaf = matchRoutes(routes.objects, input.pathname, input.basename)?.at(-1);
  const route = routes.byId.get(leaf?.route.id ?? '');
  if (!leaf || !route || route.manifest.access === 'signed-in') return undefined;
  const answers = [];
  for (const { path, url } of dataUrlsOf({
    templates: route.manifest.data,
    params: leaf.params,
    search: new URLSearchParams(input.search),
    view: input.view,
  })) {
    const entry = input.source.takeInlined(url);
    if (!entry) return undefined;
    answers.push({ path, entry });
  }
  const id = route.manifest.id;
  try {
    return { route, hydrationData: { loaderData: { [id]: toRouteData(answers) } } };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { route, hydrationData: { loaderData: {}, errors: { [id]: error } } };
  }
}
