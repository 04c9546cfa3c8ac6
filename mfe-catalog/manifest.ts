import { defineManifest } from '@tessera/contracts/remote-manifest.ts';

const search = '/api/public/catalog/search{?q,kind,genre,format,maker,year,sort}';

export default defineManifest({
  name: 'mfe-catalog',
  slot: 'main',
  slice: 'catalog',
  shellContract: '^1.0.0',
  locales: ['en', 'de', 'ar'],
  routes: [
    { id: 'home', path: '/', data: ['/api/public/catalog/home'] },
    { id: 'browse', path: '/browse/:kind', data: [search] },
    { id: 'search', path: '/search', data: [search] },
    { id: 'work', path: '/work/:id/:slug?', data: ['/api/public/catalog/items/{id}'] },
    { id: 'artist', path: '/artist/:slug', data: ['/api/public/artist/{slug}'] },
  ],
});
