import { defineManifest } from '@tessera/contracts/remote-manifest.ts';

export default defineManifest({
  name: 'mfe-example',
  slot: 'main',
  slice: 'catalog',
  shellContract: '^1.0.0',
  locales: ['en', 'de'],
  routes: [{ id: 'picks', path: '/example', data: ['/api/public/catalog/search'] }],
});
