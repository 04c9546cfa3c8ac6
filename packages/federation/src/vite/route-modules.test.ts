import { expect, it } from 'vitest';
import { closureOf, routePreloads } from './preload.ts';
import { routeModulesOf } from './route-modules.ts';

it('finds which module each route loads, also as compilers rewrite it', () => {
  const code = `
    const routes = [
      { id: 'home', lazy: () => import('./home.tsx') },
      { "id": "work", lazy: async () => { return await import("./work.tsx"); } },
      { id: 'inline', page },
      { id: dynamic, lazy: () => import('./lost.tsx') },
    ];`;
  expect([...routeModulesOf(code)]).toEqual([
    ['home', './home.tsx'],
    ['work', './work.tsx'],
  ]);
});

const graph = {
  imports: {
    entry: ['shared'],
    shared: [],
    home: ['shared', 'cards'],
    cards: ['icons'],
    icons: [],
    runtime: ['shared'],
  },
  dynamicImports: {},
  chunkOf: { 'src/home.tsx': 'home' },
  routes: { home: 'src/home.tsx' },
  entries: {},
  calls: [],
};

it('lists what runs with a chunk, the deepest first', () => {
  expect(closureOf(graph, 'home')).toEqual(['shared', 'icons', 'cards', 'home']);
});

it('preloads for a route only what is not there anyway', () => {
  const preloads = routePreloads(graph, ['home', 'inline'], { loaded: ['entry', 'shared'], alsoNeeded: ['runtime'] });
  expect(Object.fromEntries(preloads)).toEqual({ home: ['runtime', 'icons', 'cards', 'home'], inline: ['runtime'] });
});
