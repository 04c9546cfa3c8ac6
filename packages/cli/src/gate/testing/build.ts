import { RemoteBuild, type ReleaseFile } from '@tessera/contracts/release.ts';

export const file = (path: string, more: Partial<ReleaseFile> = {}): ReleaseFile => ({
  path,
  integrity: `sha384-${'A'.repeat(64)}`,
  bytes: 10,
  contentType: path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
  ...more,
});

/** A sound build of a remote of its own. */
export const buildOf = (more: Partial<RemoteBuild> = {}): RemoteBuild =>
  RemoteBuild.parse({
    manifest: {
      ...{ name: 'mfe-hello', slot: 'main', slice: 'catalog', shellContract: '^1.0.0', locales: ['en'] },
      routes: [{ id: 'hello', path: '/hello', data: [], access: 'public', preload: ['page.js'] }],
    },
    ...{ version: '1.0.0', entry: 'remoteEntry.js', preload: [], css: ['style.css'], tools: {} },
    files: [file('remoteEntry.js'), file('page.js'), file('style.css')],
    shared: { react: '^19.3.1' },
    ...more,
  });
