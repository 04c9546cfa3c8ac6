import type { MessageLoaders, RemoteDefinition } from '@tessera/remote-kit/definition.ts';
import manifest from '../manifest.ts';
import { ConsoleLayout } from './shared/console-layout.tsx';
import { ConsoleProblem } from './shared/console-problem.tsx';

const ofReleases: MessageLoaders = {
  en: () => import('./features/releases/messages/releases.en.messages.json'),
  de: () => import('./features/releases/messages/releases.de.messages.json'),
  ar: () => import('./features/releases/messages/releases.ar.messages.json'),
};

const ofDiscounts: MessageLoaders = {
  en: () => import('./features/discounts/messages/discounts.en.messages.json'),
  de: () => import('./features/discounts/messages/discounts.de.messages.json'),
  ar: () => import('./features/discounts/messages/discounts.ar.messages.json'),
};

const ofDomains: MessageLoaders = {
  en: () => import('./features/domains/messages/domains.en.messages.json'),
  de: () => import('./features/domains/messages/domains.de.messages.json'),
  ar: () => import('./features/domains/messages/domains.ar.messages.json'),
};

const ofOrders: MessageLoaders = {
  en: () => import('./features/orders/messages/orders.en.messages.json'),
  de: () => import('./features/orders/messages/orders.de.messages.json'),
  ar: () => import('./features/orders/messages/orders.ar.messages.json'),
};

const ofBooks: MessageLoaders = {
  en: () => import('./features/books/messages/books.en.messages.json'),
  de: () => import('./features/books/messages/books.de.messages.json'),
  ar: () => import('./features/books/messages/books.ar.messages.json'),
};

export const definition: RemoteDefinition = {
  manifest,
  routes: [
    { id: 'overview', lazy: () => import('./features/overview/overview-page.tsx') },
    { id: 'orders', lazy: () => import('./features/orders/orders-page.tsx') },
    { id: 'order', lazy: () => import('./features/orders/order-page.tsx'), messages: ofOrders },
    { id: 'discounts', lazy: () => import('./features/discounts/discounts-page.tsx'), messages: ofDiscounts },
    { id: 'books', lazy: () => import('./features/books/books-page.tsx'), messages: ofBooks },
    { id: 'catalog', lazy: () => import('./features/catalog/catalog-page.tsx') },
    { id: 'import', lazy: () => import('./features/import/import-page.tsx') },
    { id: 'import-job', lazy: () => import('./features/import/job-page.tsx') },
    { id: 'domains', lazy: () => import('./features/domains/domains-page.tsx'), messages: ofDomains },
    { id: 'people', lazy: () => import('./features/people/people-page.tsx') },
    { id: 'releases', lazy: () => import('./features/releases/releases-page.tsx'), messages: ofReleases },
    { id: 'remote', lazy: () => import('./features/releases/remote-page.tsx'), messages: ofReleases },
    { id: 'deploy-tokens', lazy: () => import('./features/releases/tokens-page.tsx'), messages: ofReleases },
  ],
  messages: {
    en: () => import('./messages/en.messages.json'),
    de: () => import('./messages/de.messages.json'),
    ar: () => import('./messages/ar.messages.json'),
  },
  layout: ConsoleLayout,
  problemView: ConsoleProblem,
};
