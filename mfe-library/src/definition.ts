import type { RemoteDefinition } from '@tessera/remote-kit/definition.ts';
import manifest from '../manifest.ts';
import { LibraryLayout } from './shared/library-layout.tsx';
import { LibraryProblem } from './shared/library-problem.tsx';

export const definition: RemoteDefinition = {
  manifest,
  routes: [
    { id: 'library', lazy: () => import('./features/shelves/library-page.tsx') },
    { id: 'invoices', lazy: () => import('./features/invoices/invoices-page.tsx') },
    { id: 'plans', lazy: () => import('./features/plans/plans-page.tsx') },
    { id: 'item', lazy: () => import('./features/item/item-page.tsx') },
  ],
  messages: {
    en: () => import('./messages/en.messages.json'),
    de: () => import('./messages/de.messages.json'),
    ar: () => import('./messages/ar.messages.json'),
  },
  layout: LibraryLayout,
  problemView: LibraryProblem,
};
