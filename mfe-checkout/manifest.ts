import { defineManifest } from '@tessera/contracts/remote-manifest.ts';

export default defineManifest({
  name: 'mfe-checkout',
  slot: 'main',
  slice: 'checkout',
  shellContract: '^1.0.0',
  locales: ['en', 'de', 'ar'],
  routes: [
    { id: 'cart', path: '/cart' },
    { id: 'checkout', path: '/checkout', access: 'signed-in' },
    { id: 'order', path: '/order/:id', data: ['/api/checkout/orders/{id}'], access: 'signed-in' },
  ],
});
