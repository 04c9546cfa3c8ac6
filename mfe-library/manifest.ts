import { defineManifest } from '@tessera/contracts/remote-manifest.ts';

const entitlements = '/api/me/entitlements';

export default defineManifest({
  name: 'mfe-library',
  slot: 'main',
  slice: 'library',
  shellContract: '^1.0.0',
  locales: ['en', 'de', 'ar'],
  routes: [
    { id: 'library', path: '/library', data: [entitlements], access: 'signed-in' },
    { id: 'invoices', path: '/library/invoices', data: ['/api/me/invoices'], access: 'signed-in' },
    {
      id: 'plans',
      path: '/library/plans',
      data: ['/api/me/subscriptions', '/api/me/tokens'],
      access: 'signed-in',
    },
    { id: 'item', path: '/library/item/:id', data: [entitlements], access: 'signed-in' },
  ],
});
