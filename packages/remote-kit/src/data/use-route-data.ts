import type { DataOf, DataPath } from '../api/paths.ts';
import { usePage } from '../router/page-context.ts';
import { readData } from './read-data.ts';

/**
 * The current page's declared data, named by its OpenAPI path (the manifest's template without its `{?…}` part).
 *
 * @example const work = useRouteData('/api/public/catalog/items/{id}');
 */
export function useRouteData<const P extends DataPath>(path: P): DataOf<P> {
  return readData(usePage().data, path);
}
