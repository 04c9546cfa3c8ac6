import { existsSync, readFileSync } from 'node:fs';

/** Budgets in brotli. File names carry hashes, so what a view loads is read from what each build says of itself. */
const locale = 'en';
const dists = ['mfe-catalog', 'mfe-checkout', 'mfe-library', 'mfe-admin', 'mfe-ai-support']
  .map((dir) => `${dir}/dist`)
  .filter((dist) => existsSync(`${dist}/tessera.json`));

const shell = readBuild('shell/dist');
const catalog = readBuild('mfe-catalog/dist');
const lumen = readBuild('mfe-catalog/dist-lumen');

export default [
  ...catalog.routes.map(({ id }) => view(catalog, id, '125 kB')),
  view(lumen, 'home', '125 kB'),
  { name: 'shell: scripts of every view', path: shell.scripts, limit: '90 kB' },
  { name: 'shell: styles', path: shell.styles, limit: '8 kB' },
  ...dists.map(readBuild).flatMap(({ name, scripts, styles }) => [
    // Most pages of the console share its tables and fields: they come once, before the first.
    { name: `${name}: scripts before its first page`, path: scripts, limit: name === 'mfe-admin' ? '34 kB' : '30 kB' },
    { name: `${name}: styles`, path: styles, limit: '12 kB' },
  ]),
];

/** Everything that the document of a first view preloads: shell, remote, route and words. */
function view(remote, routeId, limit) {
  const route = remote.routes.find(({ id }) => id === routeId);
  const path = [...shell.scripts, ...remote.scripts, ...route.scripts];
  return { name: `first view of ${remote.name}, ${routeId}: all scripts`, path, limit };
}

function readBuild(dist) {
  const { manifest, entry, preload, preloadByLocale, css } = JSON.parse(readFileSync(`${dist}/tessera.json`, 'utf8'));
  const within = (files) => [...new Set(files)].map((file) => `${dist}/${file}`);
  return {
    name: dist.replace('/dist', ''),
    scripts: within([entry, ...preload, ...(preloadByLocale[locale] ?? [])]),
    styles: within(css),
    routes: manifest.routes.map(({ id, preload: files }) => ({ id, scripts: within(files) })),
  };
}
