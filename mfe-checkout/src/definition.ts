import type { RemoteDefinition } from '@tessera/remote-kit/definition.ts';
import manifest from '../manifest.ts';
import { CheckoutProblem } from './shared/checkout-problem.tsx';

/** Cart, checkout and confirmation, for the browser and for the server alike. */
export const definition: RemoteDefinition = {
  manifest,
  routes: [
    { id: 'cart', lazy: () => import('./features/cart/cart-page.tsx') },
    { id: 'checkout', lazy: () => import('./features/checkout/checkout-page.tsx') },
    { id: 'order', lazy: () => import('./features/order/order-page.tsx') },
  ],
  messages: {
    en: () => import('./messages/en.messages.json'),
    de: () => import('./messages/de.messages.json'),
    ar: () => import('./messages/ar.messages.json'),
  },
  problemView: CheckoutProblem,
};
