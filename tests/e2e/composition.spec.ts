import { DiscoveryDocument } from '@tessera/contracts/discovery.ts';
import type { Page, Request } from '@playwright/test';
import { addToCart } from './actions.ts';
import { ask } from './ask.ts';
import { expect, shopOf, test } from './fixtures.ts';
import { listenToTelemetry } from './telemetry.ts';
import { untilRendered } from './until-rendered.ts';
import { untilSettled } from './until-settled.ts';

const shops = ['aria', 'folio', 'lumen'].map(shopOf);
const aria = shopOf('aria');

/** Marks this document: a load of another one would lose it. */
const mark = (page: Page) => page.evaluate(() => void document.documentElement.setAttribute('data-same', ''));
const isSameDocument = (page: Page) => page.evaluate(() => document.documentElement.hasAttribute('data-same'));
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
async function discoveryOf(tenantId: string): Promise<DiscoveryDocument> {
  const answer = await ask(`${tenantId}.localhost`, '/.well-known/micro-frontends.json');
  expect(answer.status).toBe(200);
  return DiscoveryDocument.parse(answer.json());
}

test('each shop composes itself: name, face, theme, and files of its own origin only', async ({ context }) => {
  const looks = [];
  for (const shop of shops) {
    // What the shop before still asks for while it is left is not this one's.
    const page = await context.newPage();
    const own = new URL(shop.origin).host;
    const asked = new Map<string, Set<string>>();
    const collect = (request: Request) => {
      const type = request.resourceType();
      asked.set(type, (asked.get(type) ?? new Set()).add(new URL(request.url()).host));
    };
    page.on('request', collect);
    await page.goto(shop.origin);
    await expect(page).toHaveTitle(shop.name);
    await expect(page.getByRole('banner').getByRole('link', { name: shop.name })).toBeVisible();
    looks.push(
      await page.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        return [
          document.documentElement.dataset['face'],
          style.getPropertyValue('--accent'),
          style.getPropertyValue('--cover-ratio'),
        ].join();
      }),
    );
    await expect.poll(() => asked.get('script')).toEqual(new Set([`cdn.${own}`]));
    for (const type of ['font', 'image']) await expect.poll(() => asked.get(type)).toEqual(new Set([own]));
    expect(asked.get('stylesheet') ?? new Set([own])).toEqual(new Set([own]));
    await page.close();
  }
  expect(new Set(looks).size).toBe(shops.length);
});

test('the first paint is the server’s: shelves, chrome and links without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const shop of shops) {
    await untilRendered(shop.id, '/');
    await page.goto(shop.origin);
    await expect(page.getByRole('banner').getByRole('link', { name: shop.name })).toBeVisible();
    await expect(page.getByRole('contentinfo')).toBeVisible();
    await expect(heading(page, /./)).toBeVisible();
    expect(await page.getByRole('main').locator('a[href*="/work/"]').count()).toBeGreaterThan(8);
  }
  await untilRendered('aria', '/search?q=glass+harbour');
  await page.goto(aria.origin);
  await page.getByRole('combobox').fill('glass harbour');
  await page.getByRole('combobox').press('Enter');
  await expect(heading(page, /glass harbour/)).toBeVisible();
  await context.close();
});

for (const path of [
  '/',
  '/browse/album',
  '/search?q=glass',
  '/work/wrk_glass-harbour/glass-harbour',
  '/artist/mara-lindqvist',
  '/help',
  '/help/refunds#s2',
])
  test(`hydrates ${path} without a complaint, and without asking for anything it was told`, async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
    });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (['fetch', 'xhr'].includes(request.resourceType())) asked.push(new URL(request.url()).pathname);
    });
    const telemetry = await listenToTelemetry(page);
    await untilRendered('aria', path);
    await page.goto(aria.origin + path);
    const before = await heading(page, /./).elementHandle();
    await untilSettled(page);
    // The element that the server painted is the element that stands there now.
    expect(await before?.evaluate((element) => element.isConnected)).toBe(true);
    const beforeInteractive = asked.filter(
      (one) => !['/api/session', '/api/cart', '/api/session/telemetry'].includes(one),
    );
    expect(beforeInteractive).toEqual([]);
    expect(complaints).toEqual([]);
    await telemetry.flush();
    await expect
      .poll(() => telemetry.events)
      .toContainEqual(expect.objectContaining({ type: 'remote-mounted', hydrated: true }));
    expect(telemetry.events.filter(({ type }) => type === 'error')).toEqual([]);
  });

test('the document names every script of its set with its hash, and allows no other', async () => {
  const answer = await ask('aria.localhost', '/');
  const map = /<script type="importmap">(.+?)<\/script>/s.exec(answer.text)?.[1] ?? '';
  const { integrity } = JSON.parse(map) as { integrity: Record<string, string> };
  const { microFrontends } = await discoveryOf('aria');
  let listed = 0;
  for (const [entry] of Object.values(microFrontends)) {
    if (!entry || entry.extras.tessera.slot === 'console') continue;
    const base = entry.url.slice(0, entry.url.lastIndexOf('/') + 1);
    for (const [file, hash] of Object.entries(entry.extras.tessera.files)) {
      // Another language is another document.
      if (/\/(?:de|ar)\.messages-/.test(file)) continue;
      expect(integrity[base + file]).toBe(hash);
      listed += 1;
    }
  }
  const shell = Object.keys(integrity).filter((url) => url.includes('/shell/'));
  const fallbacks = Object.values(microFrontends).flatMap(([entry]) => entry?.fallbackUrl?.replace(/[^/]+$/, '') ?? []);
  const earlier = Object.keys(integrity).filter((url) => fallbacks.some((base) => url.startsWith(base)));
  expect(Object.keys(integrity)).toHaveLength(listed + shell.length + earlier.length);
  expect(shell.length).toBeGreaterThan(0);
  expect(answer.headers['integrity-policy']).toBe('blocked-destinations=(script)');
  const policy = String(answer.headers['content-security-policy']);
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toContain("default-src 'none'");
  expect(answer.text.indexOf('importmap')).toBeLessThan(answer.text.indexOf('modulepreload'));
});

test('catalog, cart, help and home are one document, with back, forward, deep link and scroll', async ({ page }) => {
  await page.goto(aria.origin);
  await untilSettled(page);
  await mark(page);
  await page.evaluate(() => window.scrollTo(0, 600));
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(300);
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: 'Help', exact: true })
    .evaluate((link: HTMLElement) => link.click());
  await expect(heading(page, 'Help')).toBeFocused();
  await expect(page).toHaveTitle(/^Help · Aria Records$/);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);

  await page.getByRole('main').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/help\/.+/);
  await page.getByRole('combobox', { name: 'Search the shop' }).fill('glass');
  await page.getByRole('combobox', { name: 'Search the shop' }).press('Enter');
  await expect(heading(page, /glass/)).toBeFocused();
  await page
    .getByRole('main')
    .getByRole('link', { name: /Glass Harbour/ })
    .first()
    .click();
  await expect(heading(page, 'Glass Harbour')).toBeFocused();
  const work = page.url();
  await page.getByRole('banner').getByRole('link', { name: 'Aria Records' }).click();
  await expect(heading(page, 'A harbour made of glass')).toBeFocused();

  await page.goBack();
  await expect(heading(page, 'Glass Harbour')).toBeVisible();
  await page.goBack();
  await expect(heading(page, /Results/)).toBeVisible();
  await page.goForward();
  await expect(heading(page, 'Glass Harbour')).toBeVisible();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(heading(page, 'Help')).toBeVisible();
  await page.goBack();
  await expect(heading(page, 'A harbour made of glass')).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before - 50);
  expect(await isSameDocument(page)).toBe(true);

  await page.goto(work);
  await expect(heading(page, 'Glass Harbour')).toBeVisible();
  expect(await isSameDocument(page)).toBe(false);
});

test('the cart is a page of the same document too', async ({ page }) => {
  await page.goto(`${aria.origin}/work/wrk_glass-harbour/glass-harbour`);
  await untilSettled(page);
  await mark(page);
  await addToCart(page);
  await page.getByRole('button', { name: 'Cart, 1 item' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'View cart' }).click();
  await expect(heading(page, 'Your cart')).toBeFocused();
  await expect(page).toHaveTitle(/^Your cart · Aria Records$/);
  await page.getByRole('main').getByRole('link', { name: 'Glass Harbour' }).first().click();
  await expect(heading(page, 'Glass Harbour')).toBeFocused();
  await page.goBack();
  await expect(heading(page, 'Your cart')).toBeVisible();
  expect(await isSameDocument(page)).toBe(true);
});

test('the chat stands beside every page of every shop and keeps what was said', async ({ page }) => {
  for (const shop of shops) {
    await page.goto(shop.origin);
    await untilSettled(page);
    await page.getByRole('button', { name: 'Ask for help' }).click();
    const message = page.getByRole('dialog').getByRole('textbox');
    await message.fill('Half a thought');
    for (const [name, path] of [
      ['Help', '/help'],
      ['Library', '/library'],
    ] as const) {
      const link = page.getByRole('contentinfo').getByRole('link', { name, exact: true });
      await link.evaluate((element: HTMLElement) => element.click());
      await expect(page).toHaveURL(shop.origin + path);
      await expect(heading(page, /./)).toBeVisible();
      await expect(message).toHaveValue('Half a thought');
    }
  }
  for (const path of ['/cart', '/browse/film', '/help']) {
    await page.goto(shopOf('lumen').origin + path);
    await expect(page.getByRole('button', { name: 'Ask for help' })).toBeVisible();
  }
});

test('Lumen runs a catalog of its own: other version, other bytes, another look', async ({ page }) => {
  const [common, again, own] = (await Promise.all(shops.map(({ id }) => discoveryOf(id)))).map(
    ({ microFrontends }) => microFrontends['mfe-catalog']?.[0],
  );
  if (!common || !again || !own) throw new Error('a shop has no catalog');
  expect(again.extras.tessera.releaseId).toBe(common.extras.tessera.releaseId);
  expect(own.metadata.version).not.toBe(common.metadata.version);
  expect(own.metadata.integrity).not.toBe(common.metadata.integrity);
  expect(own.extras.tessera.releaseId).not.toBe(common.extras.tessera.releaseId);
  const checkout = (await Promise.all(['aria', 'lumen'].map(discoveryOf))).map(
    ({ microFrontends }) => microFrontends['mfe-checkout']?.[0]?.extras.tessera.releaseId,
  );
  expect(checkout[0]).toBe(checkout[1]);
  await page.goto(shopOf('lumen').origin);
  await expect(page.getByText('Tonight’s programme')).toBeVisible();
  await page.goto(aria.origin);
  await expect(page.getByText('Tonight’s programme')).toHaveCount(0);
});

test('discovery names what is live, and each address it names answers with the bytes it promises', async () => {
  const { createHash } = await import('node:crypto');
  for (const { id } of shops) {
    const { microFrontends } = await discoveryOf(id);
    expect(Object.keys(microFrontends)).toEqual(
      expect.arrayContaining(['mfe-catalog', 'mfe-checkout', 'mfe-library', 'mfe-ai-support']),
    );
    for (const [entry] of Object.values(microFrontends)) {
      if (!entry) continue;
      expect(entry.extras.tessera.tenantId).toBe(id);
      const { hostname, pathname } = new URL(entry.url);
      const { text } = await ask(hostname, pathname);
      expect(`sha384-${createHash('sha384').update(text).digest('base64')}`).toBe(entry.metadata.integrity);
    }
  }
});

test('search engines find every public page in every language, and nothing else', async () => {
  const sitemap = (await ask('aria.localhost', '/sitemap.xml')).text;
  expect(sitemap).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<urlset /);
  expect(sitemap).toContain(`<loc>${aria.origin}/work/wrk_glass-harbour/glass-harbour</loc>`);
  expect(sitemap).toContain(`hreflang="ar" href="${aria.origin}/ar/work/wrk_glass-harbour/glass-harbour"`);
  expect(sitemap).not.toMatch(/\/(cart|checkout|library|admin)[<"]/);
  const robots = (await ask('aria.localhost', '/robots.txt')).text;
  expect(robots).toContain(`Sitemap: ${aria.origin}/sitemap.xml`);
  for (const path of ['/cart', '/checkout', '/library', '/admin', '/api/'])
    expect(robots).toContain(`Disallow: ${path}`);
});

test('every shop can be installed under its own name and colours', async () => {
  const manifests = await Promise.all(
    shops.map(async ({ id, name }) => {
      const answer = await ask(`${id}.localhost`, '/manifest.webmanifest');
      expect(answer.headers['content-type']).toContain('application/manifest+json');
      const manifest = answer.json() as { name: string; icons: { src: string; type: string }[] };
      expect(manifest).toMatchObject({ name, display: 'standalone', start_url: '/', scope: '/' });
      expect(new Set(manifest.icons.map(({ type }) => type))).toEqual(new Set(['image/svg+xml', 'image/png']));
      for (const { src, type } of manifest.icons) {
        const icon = await ask(`${id}.localhost`, src);
        expect([icon.status, icon.headers['content-type']]).toEqual([200, type]);
      }
      return answer.text;
    }),
  );
  expect(new Set(manifests).size).toBe(shops.length);
});

test('a browser finds the manifest and the icon once the page is painted', async ({ page, context }) => {
  await page.goto(aria.origin);
  await page.waitForFunction(() => document.querySelector('head > link[rel=manifest]') !== null);
  const browser = await context.newCDPSession(page);
  const { url, errors, data } = await browser.send('Page.getAppManifest');
  expect({ url, errors }).toEqual({ url: `${aria.origin}/manifest.webmanifest`, errors: [] });
  expect(JSON.parse(data ?? '{}')).toMatchObject({ name: 'Aria Records' });
  await expect(page.locator('head > link[rel=icon]')).toHaveAttribute('href', '/icons/icon.svg');
});

test('a page stands in each language under its own address, and names the others', async ({ page }) => {
  for (const [prefix, locale, direction] of [
    ['', 'en', 'ltr'],
    ['/de/', 'de', 'ltr'],
    ['/ar/', 'ar', 'rtl'],
  ] as const) {
    await page.goto(aria.origin + prefix);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.locator('html')).toHaveAttribute('dir', direction);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', aria.origin + (prefix || '/'));
    const alternates = await page
      .locator('link[rel=alternate]')
      .evaluateAll((links) =>
        links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')].join(' ')),
      );
    expect(alternates).toEqual([
      `en ${aria.origin}/`,
      `de ${aria.origin}/de/`,
      `ar ${aria.origin}/ar/`,
      `x-default ${aria.origin}/`,
    ]);
    await expect(heading(page, /./)).toBeVisible();
  }
});

test('a visitor who chose a language is led to it from the first page', async () => {
  const answer = await ask('aria.localhost', '/', { headers: { cookie: '__Host-locale=de' } });
  expect([answer.status, answer.headers.location]).toEqual([302, '/de/']);
  expect((await ask('aria.localhost', '/', { headers: { cookie: '__Host-locale=en' } })).status).toBe(200);
});

test('an address nobody answers is a 404 in the shop’s own face', async ({ page, expectConsole }) => {
  expectConsole(/404/);
  const answer = await page.goto(`${aria.origin}/nothing/here`);
  expect(answer?.status()).toBe(404);
  await expect(heading(page, 'This page does not exist')).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Aria Records' })).toBeVisible();
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await page.getByRole('link', { name: 'Go to the shop’s first page' }).click();
  await expect(heading(page, 'A harbour made of glass')).toBeVisible();
  const missing = await page.goto(`${aria.origin}/work/wrk_missing/nothing`);
  expect(missing?.status()).toBe(404);
  await expect(heading(page, 'We couldn’t find that')).toBeVisible();
});

test('what is missing is a 404 and what has another address a redirect, rendered in time or not', async () => {
  // Each with a query of its own, so that no answer was kept.
  const headOf = async (path: string) => {
    const { status, headers } = await ask('aria.localhost', path);
    return [status, headers.location, headers['cache-control']?.includes('public') ?? false];
  };
  for (let turn = 0; turn < 5; turn += 1) {
    const query = `?turn=${turn}-${Date.now()}`;
    for (const path of ['/work/wrk_missing/nothing', '/de/artist/nobody', '/help/nothing'])
      expect([path, ...(await headOf(path + query))]).toEqual([path, 404, undefined, false]);
    const proper = `/de/work/wrk_glass-harbour/glass-harbour${query}`;
    for (const slug of ['/another-title', ''])
      expect(await headOf(`/de/work/wrk_glass-harbour${slug}${query}`)).toEqual([301, proper, true]);
  }
});
