import { describe, expect, test } from 'vitest';
import { problemsOfBuild, routeConflicts } from './check-build.ts';
import { releaseLimits } from './release-limits.ts';
import { RemoteBuild } from './release.ts';

const integrity = `sha384-${'A'.repeat(64)}`;
const file = (path: string, more: Record<string, unknown> = {}) => ({
  path,
  integrity,
  bytes: 10,
  contentType: path.endsWith('.css') ? 'text/css' : 'text/javascript',
  ...more,
});
const route = (path: string, more: Record<string, unknown> = {}) => ({
  id: 'a',
  path,
  data: [],
  access: 'public',
  preload: [],
  ...more,
});

interface Changes {
  manifest?: Record<string, unknown>;
  [member: string]: unknown;
}

const buildOf = ({ manifest, ...more }: Changes = {}): RemoteBuild =>
  RemoteBuild.parse({
    manifest: {
      name: 'mfe-stores',
      slot: 'main',
      slice: 'catalog',
      shellContract: '^1.0.0',
      locales: ['en'],
      routes: [route('/stores')],
      ...manifest,
    },
    version: '1.0.0',
    entry: 'entry.js',
    preload: [],
    css: ['style.css'],
    files: [file('entry.js'), file('style.css')],
    tools: {},
    ...more,
  });
const problemsOf = (changes: Changes) =>
  problemsOfBuild(buildOf(changes)).map(({ path, message }) => `${path} ${message}`);

/** The files of a sound build, and one more at index 2. */
const withFile = (path: string, more: Record<string, unknown> = {}): Changes => ({
  files: [file('entry.js'), file('style.css'), file(path, more)],
});
const withRoute = (path: string, name = 'mfe-stores'): Changes => ({ manifest: { name, routes: [route(path)] } });

test('a sound build has no problem', () => {
  expect(problemsOf({})).toEqual([]);
});

describe('paths of files', () => {
  test.each([
    ['../evil.js', 'leaves'],
    ['a/../../evil.js', 'leaves'],
    ['a/../b.js', 'leaves'],
    ['..', 'leaves'],
    ['/etc/evil.js', 'absolute'],
    ['//host/evil.js', 'absolute'],
    ['C:/evil.js', 'absolute'],
    ['..\\evil.js', 'backslash'],
    ['a\\b.js', 'backslash'],
    ['%2e%2e/evil.js', 'percent-encoded'],
    ['a%2fb.js', 'percent-encoded'],
    ['a//b.js', 'empty folder name'],
    ['./a.js', 'empty folder name'],
    ['a/', 'empty folder name'],
    ['', 'is empty'],
    ['.env.js', 'hidden'],
    ['a/.git/b.js', 'hidden'],
    ['a./b.js', 'ends with a dot'],
    ['a\u0000.js', 'character'],
    ['a b.js', 'character'],
    ['a?b.js', 'character'],
    ['a#b.js', 'character'],
    ['ä.js', 'character'],
    ['a\n.js', 'character'],
    ['\u202Egnp.js', 'character'],
    [`${'a'.repeat(200)}.js`, 'longer than 200'],
    ['entry.js', 'is listed twice: entry.js'],
    ['Entry.js', 'differs from entry.js by case alone'],
    ['tessera.json', 'is the description itself'],
  ])('%j is refused', (path, why) => {
    const type = path.endsWith('.json') ? 'application/json' : 'text/javascript';
    expect(problemsOf(withFile(path, { contentType: type }))).toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^files\\.2\\.path .*${why}`))]),
    );
  });

  test.each(['assets/a-B_1.js', 'a/b/c.mjs', '@vendor/a.js', 'chunk.[hash].js', 'a+b.js', 'a~1.js'])(
    '%s is taken',
    (path) => {
      expect(problemsOf(withFile(path))).toEqual([]);
    },
  );
});

describe('types and sizes of files', () => {
  test.each([
    ['page.html', 'text/html', 'no release may hold'],
    ['page.HTML', 'text/html', 'no release may hold'],
    ['run.exe', 'application/octet-stream', 'no release may hold'],
    ['README', 'text/plain', 'no release may hold'],
    ['a.js', 'text/html', 'asks for text/javascript'],
    ['a.svg', 'text/html', 'asks for image/svg'],
    ['a.css', 'text/javascript', 'asks for text/css'],
    ['a.png', 'image/svg+xml', 'asks for image/png'],
    ['a.js', 'text/javascript; charset=utf-7', 'asks for text/javascript'],
    ['a.js', 'text/javascript\r\nset-cookie: a=b', 'asks for text/javascript'],
  ])('%s as %j is refused', (path, contentType, why) => {
    expect(problemsOf(withFile(path, { contentType }))).toEqual([
      expect.stringMatching(new RegExp(`^files\\.2\\.contentType .*${why}`)),
    ]);
  });

  test('a file that is too large is named', () => {
    const [problem] = problemsOf(withFile('a.js', { bytes: releaseLimits.fileBytes + 1 }));
    expect(problem).toBe(
      `files.2.bytes is ${releaseLimits.fileBytes + 1}; at most ${releaseLimits.fileBytes} are taken`,
    );
  });

  test('files that are too large together, or too many, are refused', () => {
    const six = Array.from({ length: 6 }, (_, index) => file(`${index}.js`, { bytes: 9_000_000 }));
    expect(problemsOf({ files: [...six, file('entry.js'), file('style.css')] })).toEqual([
      expect.stringMatching(/^files come to 54000020 bytes/),
    ]);
    const many = Array.from({ length: releaseLimits.files - 1 }, (_, index) => file(`${index}.js`));
    expect(problemsOf({ files: [...many, file('entry.js'), file('style.css')] })).toEqual([
      `files are more than ${releaseLimits.files}: ${releaseLimits.files + 1}`,
    ]);
    expect(problemsOf({ files: [...many.slice(1), file('entry.js'), file('style.css')] })).toEqual([]);
  });

  test('a wrong integrity does not fit the schema, whichever file has it', () => {
    const files = [file('entry.js'), file('a.js', { integrity: 'sha256-AAAA' })];
    expect(RemoteBuild.safeParse({ ...buildOf(), files }).error?.issues[0]?.path).toEqual(['files', 1, 'integrity']);
  });
});

describe('routes', () => {
  test.each([
    ['/api', 'platform’s own'],
    ['/API/x', 'platform’s own'],
    ['/sw.js', 'platform’s own'],
    ['/.well-known/x', 'platform’s own'],
    ['/files/x', 'platform’s own'],
    ['/media', 'platform’s own'],
    ['/offline', 'platform’s own'],
    ['/icons/:name', 'platform’s own'],
    ['/robots.txt', 'platform’s own'],
    ['/de', 'platform’s own'],
    ['/', 'belongs to mfe-catalog'],
    ['/work/:id', 'belongs to mfe-catalog'],
    ['/Cart', 'belongs to mfe-checkout'],
    ['/library/mine', 'belongs to mfe-library'],
    ['/admin/stores', 'belongs to mfe-admin'],
    ['/help', 'belongs to mfe-ai-support'],
    ['/*', 'word of its own'],
    ['/:page', 'word of its own'],
    ['//evil', 'empty segment'],
    ['/stores/', 'empty segment'],
    ['/stores/../cart', 'leaves'],
    ['/stores/%2e%2e', 'no pattern'],
    ['/stores/*/x', 'no pattern'],
    ['/stores/a b', 'no pattern'],
  ])('%s is refused', (path, why) => {
    expect(problemsOf(withRoute(path))).toEqual([
      expect.stringMatching(new RegExp(`^manifest\\.routes\\.0\\.path .*${why}`)),
    ]);
  });

  test.each(['/stores', '/stores/:id', '/stores/:id/:slug?', '/stores/*'])('%s is taken', (path) => {
    expect(problemsOf(withRoute(path))).toEqual([]);
  });

  test('a standard remote keeps its own addresses, and its place', () => {
    expect(problemsOf(withRoute('/work/:id', 'mfe-catalog'))).toEqual([]);
    expect(problemsOf({ manifest: { name: 'mfe-catalog', slot: 'aside', routes: [] } })).toEqual([
      'manifest.slot is not main, the place of mfe-catalog',
    ]);
    expect(problemsOf({ manifest: { name: 'mfe-admin', slot: 'console', routes: [route('/stores')] } })).toEqual([
      'manifest.routes.0.path is outside /admin, where the console stands',
    ]);
  });

  test('each element is looked at, and two that mean the same are told of', () => {
    const routes = [
      route('/stores/:id'),
      route('/stores/:name', { id: 'b' }),
      route('/stores', { id: 'b' }),
      route('/x y', { id: 'c' }),
    ];
    expect(problemsOf({ manifest: { routes } })).toEqual([
      'manifest.routes.1.path means the same as /stores/:id',
      'manifest.routes.2.id is used twice: b',
      expect.stringMatching(/^manifest\.routes\.3\.path does not begin/),
    ]);
  });

  test('only what a link can lead to has a place in the navigation', () => {
    const nav = { en: 'Stores' };
    expect(problemsOf({ manifest: { routes: [route('/stores', { nav })] } })).toEqual([]);
    expect(problemsOf({ manifest: { routes: [route('/stores/:id', { nav })] } })).toEqual([
      'manifest.routes.0.nav is for a path without parameters',
    ]);
  });

  test('what another live remote answers is not to be had', () => {
    const others = [{ remote: 'mfe-map', routes: [{ path: '/Map/:place' }] }];
    const own = { remote: 'mfe-stores', routes: [{ path: '/stores' }, { path: '/map' }] };
    expect(routeConflicts(own, others)).toEqual([
      { path: 'manifest.routes.1.path', message: 'claims /map, which belongs to mfe-map', remote: 'mfe-map' },
    ]);
    expect(routeConflicts({ ...own, remote: 'mfe-map' }, others)).toEqual([]);
  });
});

describe('names, versions and references', () => {
  test.each([
    ['mfe-platform', 'reserved'],
    ['mfe-shell', 'reserved'],
    ['mfe-a--b', 'not a name'],
    ['mfe-a-', 'not a name'],
    [`mfe-${'a'.repeat(40)}`, 'longer than 40'],
  ])('the name %s is refused', (name, why) => {
    expect(problemsOf({ manifest: { name } })).toEqual([expect.stringMatching(new RegExp(`^manifest.name .*${why}`))]);
  });

  test.each([
    '1',
    '1.0',
    'v1.0.0',
    '01.0.0',
    '1.0.0-',
    '1.0.0-01',
    '1.0.0+build',
    '1.0.0 ',
    'latest',
    '../1.0.0',
    `1.0.0-${'a'.repeat(64)}`,
  ])('the version %j is refused', (version) => {
    expect(problemsOf({ version })).toEqual([expect.stringMatching(/^version is not a semantic version/)]);
  });

  test.each(['0.0.0', '1.0.0-rc.1', '10.20.30-a.b-c.0', '0.1.0-s0197171eaf'])('the version %s is taken', (version) => {
    expect(problemsOf({ version })).toEqual([]);
  });

  test.each(['*', '>=1.0.0', '^1', '1.x', ''])('the range %j is refused', (shellContract) => {
    expect(problemsOf({ manifest: { shellContract } })).toEqual([
      expect.stringMatching(/^manifest.shellContract is not/),
    ]);
  });

  test('a server entry is small enough to go with each call', () => {
    const of = (bytes: number) => problemsOf({ ...withFile('server.mjs', { bytes }), serverEntry: 'server.mjs' });
    expect(of(releaseLimits.serverEntryBytes)).toEqual([]);
    expect(of(releaseLimits.serverEntryBytes + 1)).toEqual([
      'serverEntry has 1000001 bytes; at most 1000000 are taken, for each render is given all of it',
    ]);
  });

  test('every file that something refers to is there, and of its kind', () => {
    expect(
      problemsOf({
        entry: 'gone.js',
        preload: ['style.css'],
        css: ['entry.js'],
        preloadByLocale: { de: ['entry.js', 'de.js'] },
        serverEntry: 'server.mjs',
        serviceWorker: 'entry.js',
        manifest: { routes: [route('/stores', { preload: ['entry.js', 'x.js'] })] },
      }),
    ).toEqual([
      'entry is not among the files: gone.js',
      'preload.0 is no script: style.css',
      'css.0 is no style: entry.js',
      'preloadByLocale.de.1 is not among the files: de.js',
      'manifest.routes.0.preload.1 is not among the files: x.js',
      'serverEntry is not among the files: server.mjs',
      'serviceWorker is the shell’s alone',
    ]);
  });
});
