import { BootDocument } from '@tessera/contracts/boot.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aLiveSet } from '../testing/live-set.ts';
import { distOf, route, shopDists } from '../testing/dist.ts';
import type { FirstPaint } from './first-paint.ts';
import { composeForTest, renderedAs } from '../testing/compose.ts';
import { hashSource } from './content-security.ts';
import { importMapOf } from './import-map.ts';
import { startScript, typefaceScript } from './late-scripts.ts';

const cdn = 'http://cdn.aria.localhost:8080';

describe('the document', () => {
  test('stands in the order that browsers need', async () => {
    const { page } = await composeForTest('/');
    const head = page.find('head')[0]?.names ?? [];
    expect(head[0]).toBe('meta');
    const order = page.all.map(({ name, attrs }) =>
      `${name} ${attrs['rel'] ?? attrs['type'] ?? attrs['id'] ?? ''}`.trim(),
    );
    const at = (what: string) => order.indexOf(what);
    expect(at('script importmap')).toBeGreaterThan(0);
    expect(at('script importmap')).toBeLessThan(at('link modulepreload'));
    expect(at('link modulepreload')).toBeLessThan(at('script module'));
    expect(page.find('script').filter(({ attrs }) => attrs['type'] === 'importmap')).toHaveLength(1);
  });

  test('leaves its scripts unfetched until it is painted', async () => {
    const { page } = await composeForTest('/');
    const held = page.all.filter(({ attrs }) => attrs['rel'] === 'modulepreload' || attrs['type'] === 'module');
    expect(new Set(held.map(({ parent }) => parent))).toEqual(new Set(['template']));
    const [last] = page.find('body').map(({ names }) => names.at(-1));
    expect(last).toBe('script');
  });

  test('has the shell’s roots and the remotes’ containers as siblings, only the active one shown', async () => {
    const { page } = await composeForTest('/');
    const containers = page
      .find('div', ({ parent }) => parent === 'main')
      .map(({ attrs }) => [attrs['id'], 'hidden' in attrs]);
    expect(containers).toEqual([
      ['tessera-mfe-catalog', false],
      ['tessera-mfe-checkout', true],
      ['tessera-mfe-ai-support', true],
    ]);
    const roots = page.find('div', ({ parent }) => parent === 'body').map(({ attrs }) => attrs['id']);
    expect(roots).toEqual([
      'tessera-shell-header',
      'tessera-shell-footer',
      'tessera-mfe-ai-support-aside',
      'tessera-shell-overlay',
    ]);
  });

  test('shows the pages of a remote whose panel stands beside every page', async () => {
    const { boot, html } = await composeForTest('/help/refunds', { paint: renderedAs('<h1>Refunds</h1>') });
    expect(boot.page).toMatchObject({ remote: 'mfe-ai-support', routeId: 'article' });
    expect(html).toContain('<div id="tessera-mfe-ai-support"><h1>Refunds</h1></div>');
    expect(html).toContain('<div id="tessera-mfe-ai-support-aside"></div>');
  });

  test('carries the shell’s chrome and the remote’s markup', async () => {
    const { html } = await composeForTest('/de/', { paint: renderedAs('<h1>Hallo</h1>') });
    expect(html).toContain('<div id="tessera-shell-header"><header>aria</header></div>');
    expect(html).toContain('<div id="tessera-mfe-catalog"><h1>Hallo</h1></div>');
    expect(html).toContain('<html lang="de" dir="ltr"');
  });

  test('is written from right to left where the language is', async () => {
    const { html } = await composeForTest('/ar/');
    expect(html).toContain('<html lang="ar" dir="rtl"');
  });

  test('tells the shell all it starts from', async () => {
    const { boot } = await composeForTest('/de/work/wrk_1/a?ref=x', {
      paint: renderedAs('<p></p>'),
      view: '|de|EUR|DE',
    });
    expect(BootDocument.parse(boot)).toEqual(boot);
    expect(boot).toMatchObject({
      surface: 'shop',
      locale: 'de',
      currency: 'EUR',
      country: 'DE',
      page: { url: '/de/work/wrk_1/a?ref=x', status: 200, remote: 'mfe-catalog', routeId: 'work', rendered: true },
    });
    expect(Object.keys(boot.releaseSet.remotes).sort()).toEqual(['mfe-ai-support', 'mfe-catalog', 'mfe-checkout']);
    expect(boot.releaseSet.remotes['mfe-catalog']?.entry).toBe(`${cdn}/mfe-catalog/1.0.0/entry.js`);
  });

  test('preloads exactly what the route needs, with the integrity of the map', async () => {
    const { page, importMap } = await composeForTest('/de/work/wrk_1');
    const preloads = page.find('link').filter(({ attrs }) => attrs['rel'] === 'modulepreload');
    expect(preloads.map(({ attrs }) => attrs['href']?.slice(cdn.length))).toEqual([
      '/shell/1.0.0/entry.js',
      '/shell/1.0.0/chunks/a.js',
      '/shell/1.0.0/chunks/de.js',
      '/mfe-catalog/1.0.0/entry.js',
      '/mfe-catalog/1.0.0/chunks/a.js',
      '/mfe-catalog/1.0.0/chunks/work.js',
    ]);
    for (const { attrs } of preloads) {
      expect(importMap.integrity[attrs['href'] ?? '']).toBe(attrs['integrity']);
      expect(attrs['crossorigin']).toBe('');
    }
  });

  test('brings the styles of the shell and the active remote along, with what they name beside them', async () => {
    const { page, answer } = await composeForTest('/');
    const brought = page.find('style').filter(({ attrs }) => 'data-style-of' in attrs);
    expect(brought.map(({ attrs }) => attrs['data-style-of'])).toEqual([
      '/files/shell/1.0.0/style.css',
      '/files/mfe-catalog/1.0.0/style.css',
    ]);
    expect(brought[1]?.text).toMatch(/^\/\*sha384-.*url\(\/files\/mfe-catalog\/1\.0\.0\/a\.woff2\)/);
    for (const { text } of brought)
      expect(answer.headers['content-security-policy']).toContain(hashSource(text ?? 'nothing'));
    expect(page.find('link').filter(({ attrs }) => attrs['rel'] === 'stylesheet')).toEqual([]);
  });

  test.each([
    ['cannot be read', () => Promise.reject(new Error('gone'))],
    ['would end its element', () => Promise.resolve(Buffer.from('a{content:"</style>"}'))],
  ])('links, guarded, a stylesheet that %s', async (_what, readBlob) => {
    const { page } = await composeForTest('/', { readBlob });
    const links = page.find('link').filter(({ attrs }) => attrs['rel'] === 'stylesheet');
    expect(links.map(({ attrs }) => attrs['href'])).toEqual([
      '/files/shell/1.0.0/style.css',
      '/files/mfe-catalog/1.0.0/style.css',
    ]);
    for (const { attrs } of links) expect(attrs['integrity']).toMatch(/^sha384-/);
  });

  test('asks for no typeface before it is painted, but where a worker has it', async () => {
    const { page, html } = await composeForTest('/');
    expect(page.find('link').filter(({ attrs }) => attrs['as'] === 'font')).toEqual([]);
    expect(html.indexOf(typefaceScript)).toBeLessThan(html.indexOf('data-style-of'));
    expect(startScript).toContain('data-typeface');
    expect(html).toContain('<link rel="icon" href="data:,">');
    expect(startScript).toContain('/icons/icon.svg');
  });
});

describe('what may run', () => {
  test('words are those of the document’s language, or of a release that lacks it all', async () => {
    const wordsIn = async (path: string) =>
      Object.keys((await composeForTest(path)).importMap.integrity).filter((url) => url.endsWith('/chunks/de.js'));
    expect(await wordsIn('/de/')).toEqual([`${cdn}/shell/1.0.0/chunks/de.js`]);
    expect(await wordsIn('/')).toEqual([`${cdn}/shell/1.0.0/chunks/de.js`]);
    const live = aLiveSet();
    const shell = { ...live.shell, preloadByLocale: { de: ['chunks/de.js'], en: ['chunks/a.js'] } };
    const listed = (locale: 'de' | 'en') => Object.keys(importMapOf(cdn, [shell], locale).integrity).join(' ');
    expect(listed('de')).toContain('chunks/de.js');
    expect(listed('de')).not.toContain('chunks/a.js');
    expect(listed('en')).not.toContain('chunks/de.js');
  });

  test('every script that the set can load is in the map, and nothing that runs elsewhere', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 12 }), (names) => {
        const files = Object.fromEntries([
          ...names.map((part) => [`chunks/${part}.js`, part]),
          ['entry.js', 'e'],
          ['server.mjs', 's'],
        ]);
        const dists = [...shopDists().slice(0, 1), distOf({ files, build: { serverEntry: 'server.mjs' } })];
        const live = aLiveSet(dists);
        const { integrity } = importMapOf(cdn, [live.shell, ...live.remotes.values()], 'en');
        for (const part of names) expect(integrity).toHaveProperty([`${cdn}/mfe-catalog/1.0.0/chunks/${part}.js`]);
        expect(Object.keys(integrity).some((url) => /server\.mjs|sw\.js/.test(url))).toBe(false);
      }),
      { seed: 21, numRuns: 50 },
    );
  });

  test('the shop’s map knows nothing of the console’s files, and the other way round', async () => {
    const shop = await composeForTest('/');
    const admin = await composeForTest('/admin/orders');
    const names = (map: { integrity: Record<string, string> }) => [
      ...new Set(Object.keys(map.integrity).map((url) => url.split('/')[3])),
    ];
    expect(names(shop.importMap)).toEqual(['shell', 'mfe-catalog', 'mfe-checkout', 'mfe-ai-support']);
    expect(names(admin.importMap)).toEqual(['shell', 'mfe-admin']);
  });

  test('a fallback’s scripts are in the map and asked for by nothing', async () => {
    const before = distOf({
      name: 'mfe-catalog',
      version: '0.9.0',
      files: {
        'entry.js': 'export const catalog = 0',
        'chunks/de.js': 'export const de = 0',
        'chunks/en.js': 'export const en = 0',
        'style.css': '.before{}',
      },
      build: { preloadByLocale: { de: ['chunks/de.js'], en: ['chunks/en.js'] } },
    });
    const withFallback = aLiveSet(shopDists(), [before]);
    const { html, boot, importMap } = await composeForTest('/', { live: withFallback });
    const ofBefore = Object.keys(importMap.integrity).filter((url) => url.includes('/mfe-catalog/0.9.0/'));
    expect(ofBefore.map((url) => url.split('/0.9.0/')[1])).toEqual(['entry.js', 'chunks/en.js']);
    const fallback = boot.releaseSet.remotes['mfe-catalog']?.fallback;
    expect(fallback).toMatchObject({ version: '0.9.0', entry: ofBefore[0] });
    expect(fallback?.css).toHaveLength(1);
    const withoutData = html.replaceAll(/<script type="(?:importmap|application\/json)"[^>]*>[^<]*<\/script>/g, '');
    expect(withoutData).not.toContain('0.9.0');
  });

  test('the policy allows the inline elements by the hash of exactly their bytes, and nothing unsafe', async () => {
    const { page, answer } = await composeForTest('/');
    const policy = answer.headers['content-security-policy'] ?? '';
    const code = page.find('script').filter(({ text, attrs }) => text !== '' && !attrs['type']?.includes('json'));
    expect(code.map(({ attrs }) => attrs['type'])).toEqual([undefined, 'importmap', undefined]);
    for (const { text } of [...code, ...page.find('style')]) expect(policy).toContain(hashSource(text));
    expect(policy.match(/'sha256-/g)).toHaveLength(6);
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(answer.headers['integrity-policy']).toBe('blocked-destinations=(script)');
  });

  test('every other script element is data, or guarded', async () => {
    const { page } = await composeForTest('/');
    const own = [typefaceScript, startScript];
    for (const { attrs, text } of page.find('script').filter(({ text }) => !own.includes(text)))
      expect(['importmap', 'application/json', 'application/ld+json', 'module'], text).toContain(attrs['type']);
    const [entry] = page.find('script').filter(({ attrs }) => attrs['type'] === 'module');
    expect(entry?.attrs).toMatchObject({
      src: `${cdn}/shell/1.0.0/entry.js`,
      crossorigin: '',
      integrity: expect.stringMatching(/^sha384-/),
    });
    expect(page.all.some(({ attrs }) => 'style' in attrs)).toBe(false);
  });
});

describe('what it says of itself', () => {
  const head = {
    title: 'Blue <b>&</b> "Green"</title><script>alert(1)</script>',
    description: '"><script>alert(2)</script>',
    canonical: '/de/work/wrk_1/blue',
    ogType: 'music.album' as const,
    image: { url: '/media/blue.jpg', width: 600, height: 600, alt: 'Cover' },
    jsonLd: [{ '@type': 'Product', name: '</script><script>alert(3)</script>', url: '/work/wrk_1/blue' }],
  };

  test('a hostile title stays text', async () => {
    const { page } = await composeForTest('/de/work/wrk_1', { paint: renderedAs('<p></p>', { head }) });
    expect(page.find('title')[0]?.text).toBe(`${head.title} · Aria Records`);
    const meta = (name: string) =>
      page.find('meta').find(({ attrs }) => attrs['name'] === name || attrs['property'] === name)?.attrs['content'];
    expect(meta('description')).toBe(head.description);
    expect(meta('og:title')).toBe(head.title);
    expect(meta('og:image')).toBe('http://aria.localhost:8080/media/blue.jpg');
    const ld = page.find('script').find(({ attrs }) => attrs['type'] === 'application/ld+json');
    expect(JSON.parse(ld?.text ?? '')).toEqual({
      ...head.jsonLd[0],
      url: 'http://aria.localhost:8080/work/wrk_1/blue',
    });
    expect(page.find('script').some(({ text }) => text.startsWith('alert'))).toBe(false);
  });

  test('names itself once, and each language it exists in', async () => {
    const { page } = await composeForTest('/de/work/wrk_1', { paint: renderedAs('<p></p>', { head }) });
    const links = page.find('link').filter(({ attrs }) => ['canonical', 'alternate'].includes(attrs['rel'] ?? ''));
    expect(
      links.map(({ attrs }) => [attrs['hreflang'], attrs['href']?.replace('http://aria.localhost:8080', '')]),
    ).toEqual([
      [undefined, '/de/work/wrk_1/blue'],
      ['en', '/work/wrk_1/blue'],
      ['de', '/de/work/wrk_1/blue'],
      ['ar', '/ar/work/wrk_1/blue'],
      ['x-default', '/work/wrk_1/blue'],
    ]);
  });
});

describe('status and caching', () => {
  const shared = 'public, max-age=0, s-maxage=30, stale-while-revalidate=300';
  test.each([
    ['a rendered public page', '/', renderedAs('<p></p>'), 200, shared],
    ['a page whose thing is missing', '/work/wrk_0', renderedAs('<p></p>', { status: 404 }), 404, 'no-store'],
    ['a skeleton', '/', { kind: 'skeleton', reason: 'late', data: {} } as const, 200, 'no-store'],
    ['a page for who is signed in', '/checkout', undefined, 200, 'no-store'],
    ['the console', '/admin', undefined, 200, 'no-store'],
    ['no page', '/nothing/here', undefined, 404, 'no-store'],
    ['the offline page', '/offline', undefined, 200, shared],
  ])('%s', async (_, path, paint, status, cacheControl) => {
    const { answer } = await composeForTest(path, paint ? { paint } : {});
    expect([answer.status, answer.headers['cache-control']]).toEqual([status, cacheControl]);
  });

  test.each([
    ['/en/cart', 301, '/cart'],
    ['/de/cart/', 301, '/de/cart'],
  ])('%s leads to its proper address', async (path, status, location) => {
    const { answer, html } = await composeForTest(path);
    expect([answer.status, answer.headers['location'], html]).toEqual([status, location, '']);
  });

  const late: FirstPaint = { kind: 'skeleton', reason: 'late', data: {} };

  test.each([
    ['is not there', { isThere: false }, 404],
    ['is there', { isThere: true, slug: 'title' }, 200],
    ['cannot be missing', undefined, 200],
  ] as const)('a page that is rendered late, of what %s', async (_, subject, status) => {
    const { answer, boot, html } = await composeForTest('/work/wrk_1/title', {
      paint: late,
      ...(subject && { subject }),
    });
    expect([answer.status, boot.page.status, boot.page.rendered]).toEqual([status, status, false]);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(html.includes('name="robots" content="noindex')).toBe(status === 404);
  });

  test.each([
    ['/de/work/wrk_1/other?x=1', '/de/work/wrk_1/the-title?x=1'],
    ['/work/wrk_1', '/work/wrk_1/the-title'],
    ['/work/wrk_1/the-title', undefined],
  ])('%s leads to its one address', async (path, location) => {
    const subject = { isThere: true, slug: 'the-title' } as const;
    const { answer } = await composeForTest(path, { paint: late, subject });
    expect([answer.status, answer.headers['location']]).toEqual([location === undefined ? 200 : 301, location]);
  });

  test('a server entry may lead elsewhere in the shop', async () => {
    const paint = { kind: 'redirect', redirect: { status: 301, location: '/work/wrk_1/right' } } as const;
    const { answer } = await composeForTest('/work/wrk_1/wrong', { paint });
    expect(answer).toMatchObject({ status: 301, headers: { location: '/work/wrk_1/right' } });
  });

  test('a missing page says so in the page’s language, inside the shell', async () => {
    const { page, boot } = await composeForTest('/de/nothing');
    const [notice] = page.find('section');
    expect(notice?.attrs['id']).toBe('tessera-shell-status');
    expect(page.find('h1')[0]?.text).toBe('Diese Seite gibt es nicht');
    expect(page.find('a').find(({ parent }) => parent === 'p')?.attrs['href']).toBe('/de/');
    expect(boot.page).toEqual({ url: '/de/nothing', status: 404, rendered: false, data: {} });
  });

  test('the head leaves before the shell’s chrome is made', async () => {
    const { answer, chromeAsked } = await composeForTest('/', { read: false });
    const first = await answer.body[Symbol.asyncIterator]().next();
    expect(String(first.value)).toContain('</head>');
    expect(chromeAsked()).toBe(false);
  });
});

test('a set without a shop page has a document all the same', async () => {
  const live = aLiveSet([...shopDists().slice(0, 1), distOf({ routes: [route('only', '/only')] })]);
  const { answer } = await composeForTest('/', { live });
  expect(answer.status).toBe(404);
});
