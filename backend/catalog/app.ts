import { createSliceApp, type SliceAppOptions } from '../platform/http.ts';
import { createScopes, type CatalogDeps } from './deps.ts';
import { implementHome } from './home/routes.ts';
import { implementMaker } from './maker/routes.ts';
import { implementSearch } from './search/routes.ts';
import { implementWork } from './work/routes.ts';

export function createCatalogApp(deps: CatalogDeps, options: Omit<SliceAppOptions, 'slice' | 'clock'>) {
  const slice = createSliceApp({ ...options, clock: deps.clock, slice: 'catalog' });
  const scopeOf = createScopes(deps);
  implementHome(slice, scopeOf);
  implementSearch(slice, scopeOf);
  implementWork(slice, scopeOf);
  implementMaker(slice, scopeOf);
  return slice.app;
}
