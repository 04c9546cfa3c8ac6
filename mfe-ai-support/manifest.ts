import { defineManifest } from '@tessera/contracts/remote-manifest.ts';

export default defineManifest({
  name: 'mfe-ai-support',
  slot: 'aside',
  slice: 'ai-support',
  shellContract: '^1.0.0',
  locales: ['en', 'de', 'ar'],
  routes: [
    { id: 'help', path: '/help', data: ['/api/public/support/articles'] },
    { id: 'article', path: '/help/:slug', data: ['/api/public/support/articles/{slug}'] },
  ],
});
