import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { integrityOf, type DistFiles } from '../publish/read-build.ts';

type Manifest = RemoteBuild['manifest'];

export interface DistOptions {
  name?: string;
  version?: string;
  slot?: Manifest['slot'];
  slice?: string;
  routes?: Manifest['routes'];
  /** Path → content; the entry, a style and a chunk where absent. */
  files?: Record<string, string>;
  /** Overrides of the build's own account of itself. */
  build?: Partial<RemoteBuild>;
}

const contentTypes: Record<string, string> = {
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

/** A whole dist folder in memory, with a `tessera.json` that tells the truth unless overridden. */
export function distOf(options: DistOptions = {}): DistFiles {
  const name = options.name ?? 'mfe-catalog';
  const contents = options.files ?? {
    'entry.js': `export const name = '${name}'`,
    'chunks/a.js': `export const a = '${name}'`,
    'style.css': `.${name}{}`,
  };
  const files = Object.entries(contents).map(([path, content]) => ({
    path,
    integrity: integrityOf(Buffer.from(content)),
    bytes: Buffer.byteLength(content),
    contentType: contentTypes[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
  }));
  const build: RemoteBuild = {
    manifest: {
      name,
      slot: options.slot ?? 'main',
      slice: options.slice ?? 'catalog',
      shellContract: '^1.0.0',
      locales: ['en', 'de', 'ar'],
      routes: options.routes ?? [route('home', name === 'mfe-catalog' ? '/' : `/${name.replace('mfe-', '')}`)],
    },
    version: options.version ?? '1.0.0',
    entry: 'entry.js',
    preload: 'chunks/a.js' in contents ? ['chunks/a.js'] : [],
    preloadByLocale: {},
    css: Object.keys(contents).filter((path) => path.endsWith('.css')),
    files,
    tools: { vite: '8.3.8' },
    ...options.build,
  };
  return new Map([
    ...Object.entries(contents).map(([path, content]) => [path, Buffer.from(content)] as const),
    ['tessera.json', Buffer.from(JSON.stringify(build))] as const,
  ]);
}

export const route = (
  id: string,
  path: string,
  more: Partial<Manifest['routes'][number]> = {},
): Manifest['routes'][number] => ({
  id,
  path,
  data: [],
  access: 'public',
  preload: [],
  ...more,
});

/** A shop's five remotes and its shell, as small as they can be. */
export const shopDists = (version = '1.0.0'): DistFiles[] => [
  distOf({
    name: 'shell',
    version,
    slice: 'session',
    routes: [],
    files: {
      'entry.js': 'export const shell = 1',
      'chunks/a.js': 'export const react = 1',
      'chunks/de.js': 'export const de = 1',
      'style.css': 'body{}',
      'assets/inter-tight-1.woff2': 'font',
      'assets/newsreader-1.woff2': 'font',
      'server.mjs': shellServer,
      'sw.js': 'self.addEventListener("install", () => {})',
    },
    build: { serverEntry: 'server.mjs', serviceWorker: 'sw.js', preloadByLocale: { de: ['chunks/de.js'] } },
  }),
  distOf({
    name: 'mfe-catalog',
    version,
    files: {
      'entry.js': 'export const catalog = 1',
      'chunks/a.js': 'export const glue = 1',
      'chunks/work.js': 'export const work = 1',
      'style.css': '.work{}',
      'server.mjs': 'export default () => {}',
    },
    routes: [
      route('home', '/', { data: ['/api/public/catalog/home'] }),
      route('search', '/search', { data: ['/api/public/catalog/search{?q,kind}'] }),
      route('work', '/work/:id/:slug?', { data: ['/api/public/catalog/items/{id}'], preload: ['chunks/work.js'] }),
    ],
    build: { serverEntry: 'server.mjs' },
  }),
  distOf({
    name: 'mfe-checkout',
    version,
    slice: 'checkout',
    routes: [route('cart', '/cart'), route('checkout', '/checkout', { access: 'signed-in' })],
  }),
  distOf({
    name: 'mfe-admin',
    version,
    slot: 'console',
    slice: 'admin',
    routes: [route('admin', '/admin/*', { access: 'signed-in' })],
  }),
  distOf({
    name: 'mfe-ai-support',
    version,
    slot: 'aside',
    slice: 'ai-support',
    routes: [route('article', '/help/:slug', { data: ['/api/public/support/articles/{slug}'] })],
  }),
];

const shellServer = `export default ({ url, boot }) => ({
  header: '<header data-url="' + encodeURIComponent(url) + '">' + boot.tenant.id + '</header>',
  footer: '<footer>' + boot.locale + '</footer>',
})`;
