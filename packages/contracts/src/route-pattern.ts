export interface RouteMatch<R> {
  route: R;
  params: Record<string, string>;
}

/**
 * Matches a manifest's pattern (react-router's `:id`, `:slug?` and a trailing `*`) against a pathname without locale
 * prefix. Undefined where it does not match.
 *
 * @example matchPattern('/work/:id/:slug?', '/work/wrk_1') // { id: 'wrk_1' }
 */
export function matchPattern(pattern: string, pathname: string): Record<string, string> | undefined {
  const wanted = segmentsOf(pattern);
  const given = segmentsOf(pathname);
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    if (segment === '*') {
      params['*'] = given.slice(index).map(decode).join('/');
      return params;
    }
    const optional = segment.endsWith('?');
    const name = optional ? segment.slice(0, -1) : segment;
    const value = given[index];
    if (value === undefined) {
      if (optional) continue;
      return undefined;
    }
    if (name.startsWith(':')) params[name.slice(1)] = decode(value);
    else if (name.toLowerCase() !== decode(value).toLowerCase()) return undefined;
  }
  return given.length > wanted.length ? undefined : params;
}

/** The most specific route that matches: static segments before parameters before a splat. */
export function findRoute<R extends { path: string }>(
  routes: readonly R[],
  pathname: string,
): RouteMatch<R> | undefined {
  let best: RouteMatch<R> | undefined;
  for (const route of routes) {
    const params = matchPattern(route.path, pathname);
    if (params && (!best || specificity(route.path) > specificity(best.route.path))) best = { route, params };
  }
  return best;
}

function specificity(pattern: string): number {
  return segmentsOf(pattern).reduce(
    (sum, segment) => sum + (segment === '*' ? -1 : segment.startsWith(':') ? 2 : 10),
    0,
  );
}

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
