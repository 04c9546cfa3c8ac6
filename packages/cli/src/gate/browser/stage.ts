import { chromium, type Browser, type BrowserContext, type Page, type Route } from 'playwright-core';
import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Shop } from '../../shop/shop.ts';
import { candidateDocument } from './candidate-document.ts';
import { chromiumArgs } from './find-chromium.ts';

/** Something the browser said while a page was open. */
export interface Incident {
  kind: 'console' | 'exception' | 'request';
  text: string;
}

/** A browser in which the build is live in the shop, and everything else is as the shop has it. */
export interface Stage {
  page: Page;
  /** What was said since the last call. */
  incidents(): Incident[];
  close(): Promise<void>;
}

export interface StageOptions {
  executablePath: string;
  shop: Shop;
  cdn: string;
  build: RemoteBuild;
  /** Of the build. */
  folder: string;
}

/** A document that was put in by hand has no network it came from, and would have to ask for the shop's on this machine. */
const ownArgs = ['--disable-features=LocalNetworkAccessChecks'];

export async function openStage(options: StageOptions): Promise<Stage> {
  const browser: Browser = await chromium.launch({
    executablePath: options.executablePath,
    args: [...chromiumArgs, ...ownArgs],
  });
  try {
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1280, height: 800 } });
    await routeCandidate(context, options);
    const page = await context.newPage();
    let said: Incident[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') said.push({ kind: 'console', text: message.text() });
    });
    page.on('pageerror', (error) => said.push({ kind: 'exception', text: error.message }));
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? 'failed';
      // A navigation ends what the page before was still asking for.
      if (why !== 'net::ERR_ABORTED') said.push({ kind: 'request', text: `${request.url()}: ${why}` });
    });
    const incidents = (): Incident[] => {
      const taken = said;
      said = [];
      return taken;
    };
    return { page, incidents, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Documents come from the shop and are told of the build; the build's files come from its folder, under their later addresses. */
async function routeCandidate(context: BrowserContext, { shop, cdn, build, folder }: StageOptions): Promise<void> {
  const { name } = build.manifest;
  const file = async (route: Route, relative: string): Promise<void> => {
    const known = build.files.find((one) => one.path === relative);
    if (!known) return route.fulfill({ status: 404, body: '' });
    const headers = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
    return route.fulfill({
      headers,
      contentType: known.contentType,
      body: await readFile(path.join(folder, relative)),
    });
  };
  for (const base of [`${cdn}/${name}/${build.version}/`, `${shop.origin}/files/${name}/${build.version}/`])
    await context.route(
      (url) => url.href.startsWith(base),
      (route) => file(route, route.request().url().slice(base.length).split('?')[0] ?? ''),
    );
  await context.route(
    (url) => url.origin === shop.origin,
    async (route) => {
      const request = route.request();
      if (request.resourceType() !== 'document' || request.method() !== 'GET') return route.fallback();
      const { pathname, search } = new URL(request.url());
      const answer = await shop.get(pathname + search, { accept: 'text/html' });
      const page = { html: await answer.text(), policy: answer.headers.get('content-security-policy') ?? '' };
      if (answer.status >= 300 && answer.status < 400)
        return route.fulfill({ status: answer.status, headers: { location: answer.headers.get('location') ?? '/' } });
      const { html, policy } = candidateDocument(page, pathname + search, { build, cdn });
      const kept = ['integrity-policy', 'cross-origin-opener-policy', 'permissions-policy', 'referrer-policy'];
      const headers = Object.fromEntries(
        kept.flatMap((header) => {
          const value = answer.headers.get(header);
          return value === null ? [] : [[header, value]];
        }),
      );
      return route.fulfill({
        status: 200,
        headers: { ...headers, 'content-security-policy': policy, 'content-type': 'text/html; charset=utf-8' },
        body: html,
      });
    },
  );
}
