import { defineManifest } from '@tessera/contracts/remote-manifest.ts';

const access = 'signed-in' as const;

export default defineManifest({
  name: 'mfe-admin',
  slot: 'console',
  slice: 'admin',
  shellContract: '^1.0.0',
  locales: ['en', 'de', 'ar'],
  routes: [
    { id: 'overview', path: '/admin', data: ['/api/admin/overview', '/api/admin/flags'], access },
    { id: 'orders', path: '/admin/orders', data: ['/api/admin/orders{?state,q}'], access },
    { id: 'order', path: '/admin/orders/:id', data: ['/api/admin/orders/{id}'], access },
    { id: 'discounts', path: '/admin/discounts', data: ['/api/admin/discounts'], access },
    { id: 'books', path: '/admin/books', data: ['/api/admin/books{?month}'], access },
    { id: 'catalog', path: '/admin/catalog', data: ['/api/admin/catalog/works{?q,kind}'], access },
    { id: 'import', path: '/admin/catalog/import', data: ['/api/admin/catalog/import'], access },
    { id: 'import-job', path: '/admin/catalog/import/:id', data: ['/api/admin/catalog/import/{id}'], access },
    { id: 'domains', path: '/admin/domains', data: ['/api/admin/domains'], access },
    { id: 'people', path: '/admin/people', data: ['/api/admin/users{?q}'], access },
    {
      id: 'releases',
      path: '/admin/releases',
      data: ['/api/admin/traffic', '/api/admin/releases', '/api/admin/overrides'],
      access,
    },
    {
      id: 'remote',
      path: '/admin/releases/:remote',
      data: ['/api/admin/traffic', '/api/admin/releases{?remote}', '/api/admin/releases/{remote}/log'],
      access,
    },
    { id: 'deploy-tokens', path: '/admin/releases/tokens', data: ['/api/admin/deploy-tokens'], access },
  ],
});
