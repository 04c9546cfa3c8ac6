import type { RemoteDefinition } from '@tessera/remote-kit/definition.ts';
import manifest from '../manifest.ts';
import { CatalogLayout } from './shared/catalog-layout.tsx';
import { CatalogProblem } from './shared/catalog-problem.tsx';

/** The catalog, for the browser and for the server alike. */
export const definition: RemoteDefinition = {
  manifest,
  routes: [
    { id: 'home', lazy: () => import('./features/home/home-page.tsx') },
    { id: 'browse', lazy: () => import('./features/search/browse-page.tsx') },
    { id: 'search', lazy: () => import('./features/search/search-page.tsx') },
    { id: 'work', lazy: () => import('./features/work/work-page.tsx') },
    { id: 'artist', lazy: () => import('./features/artist/artist-page.tsx') },
  ],
  messages: {
    en: () => import('./messages/en.messages.json'),
    de: () => import('./messages/de.messages.json'),
    ar: () => import('./messages/ar.messages.json'),
  },
  layout: CatalogLayout,
  problemView: CatalogProblem,
};
