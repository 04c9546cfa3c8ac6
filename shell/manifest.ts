import { defineManifest } from '@tessera/contracts/remote-manifest.ts';

/** The shell is released like a remote; it owns no route. */
export default defineManifest({
  name: 'shell',
  slot: 'main',
  slice: 'session',
  shellContract: '^1.0.0',
  locales: ['en', 'de', 'ar'],
  routes: [],
});
