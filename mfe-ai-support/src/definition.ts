import type { RemoteDefinition } from '@tessera/remote-kit/definition.ts';
import manifest from '../manifest.ts';
import { HelpProblem } from './features/help/help-problem.tsx';

/** Help: the articles as pages, and the chat beside every page. */
export const definition: RemoteDefinition = {
  manifest,
  routes: [
    { id: 'help', lazy: () => import('./features/help/help-page.tsx') },
    { id: 'article', lazy: () => import('./features/help/article-page.tsx') },
  ],
  messages: {
    en: () => import('./messages/en.messages.json'),
    de: () => import('./messages/de.messages.json'),
    ar: () => import('./messages/ar.messages.json'),
  },
  aside: () => import('./features/chat/chat.tsx'),
  problemView: HelpProblem,
};
