import { useRouteLoaderData, useMatches } from 'react-router';
import type { DataOf, DataPath } from '../api/paths.ts';
import { readData } from './read-data.ts';

/**
 * The current page's declared data, named by its OpenAPI path (the manifest's template without its `{?…}` part).
 *
 * @example const work = useRouteData('/api/public/catalog/items/{id}');
 */
export function useRouteData<const P extends DataPath>(path: P): DataOf<P> {
  const id = useMatches().at(-1)?.id ?? '';
  const data: unknown = useRouteLoaderData(id);
  return readData(data, path);
}
