import type { RemoteDefinition } from '@tessera/remote-kit/definition.ts';
import manifest from '../manifest.ts';

/** The remote, for the browser and for the server alike. */
export const definition: RemoteDefinition = {
  manifest,
  routes: [{ id: 'picks', lazy: () => import('./features/picks/picks-page.tsx') }],
  messages: {
    en: () => import('./messages/en.messages.json'),
    de: () => import('./messages/de.messages.json'),
  },
};
