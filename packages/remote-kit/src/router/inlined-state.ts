import type { DataSource } from '../data/data-source.ts';
import { dataUrlsOf, type DataView, type RouteData, toRouteData } from '../data/route-data.ts';
import { ProblemError } from '../problem-error.ts';
import type { BuiltRoute } from './build-routes.ts';

/** A page's data or problem, as the server rendered it. */
export interface Inlined {
  data: RouteData | undefined;
  error: unknown;
}

/** Reads a page's state out of the document without waiting; undefined where the document doesn't hold all of it. */
export function readInlined(input: {
  route: BuiltRoute;
  params: Readonly<Record<string, string>>;
  search: URLSearchParams;
  source: DataSource;
  view: DataView;
}): Inlined | undefined {
  const { manifest } = input.route;
  if (manifest.access === 'signed-in') return undefined;
  const answers = [];
  for (const { path, url } of dataUrlsOf({ ...input, templates: manifest.data })) {
    const entry = input.source.takeInlined(url);
    if (!entry) return undefined;
    answers.push({ path, entry });
  }
  try {
    return { data: toRouteData(answers), error: undefined };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { data: undefined, error };
  }
}
