import type { TenantProfile } from '@tessera/contracts/tenant.ts';
import type { Hono } from 'hono';
import type { JSONWebKeySet } from 'jose';
import { notFound } from '../../platform/errors.ts';
import type { HttpEnv } from '../../platform/http-types.ts';
import type { FindShop } from '../app.ts';
import { requireFile } from '../document/release-urls.ts';
import { addDiscoveryRoutes } from './discovery-routes.ts';
import { findIcon } from './icons.ts';
import { robotsTxt } from './robots.ts';
import { workerConfigOf, workerHeaders, workerScript } from './service-worker.ts';
import { sitemapXml, type SitemapPage } from './sitemap.ts';
import { webManifestOf } from './web-manifest.ts';

/** Reads a release's file by its integrity. */
export type ReadBlob = (integrity: string) => Promise<Uint8Array>;

const kept = (seconds: number) => ({ 'cache-control': `public, max-age=0, s-maxage=${seconds}` });

/** What a shop's origin answers besides documents. */
export function addSiteRoutes(
  app: Hono<HttpEnv>,
  findShop: FindShop,
  ports: {
    readBlob: ReadBlob;
    sitemapPages(tenant: TenantProfile): Promise<readonly SitemapPage[]>;
    publicKeys: JSONWebKeySet;
  },
): void {
  addDiscoveryRoutes(app, findShop, ports.publicKeys);
  app.get('/sw.js', async (c) => {
    const { origins, live, url } = await findShop(c);
    const set = await live();
    const path = set.shell.serviceWorker;
    if (path === undefined) throw notFound();
    const source = Buffer.from(await ports.readBlob(requireFile(set.shell, path).integrity)).toString('utf8');
    return c.body(
      workerScript(source, workerConfigOf(set, { cdn: origins.cdn, origin: url.origin })),
      200,
      workerHeaders(origins),
    );
  });
  app.get('/manifest.webmanifest', async (c) => {
    const { tenant } = await findShop(c);
    return c.body(JSON.stringify(webManifestOf(tenant)), 200, {
      ...kept(300),
      'content-type': 'application/manifest+json',
    });
  });
  app.get('/icons/:name', async (c) => {
    const { tenant } = await findShop(c);
    const icon = findIcon(tenant, c.req.param('name'));
    if (!icon) throw notFound();
    const body = typeof icon.body === 'string' ? icon.body : new Uint8Array(icon.body);
    return c.body(body, 200, { ...kept(3600), 'content-type': icon.contentType });
  });
  app.get('/favicon.ico', async (c) => {
    await findShop(c);
    return c.redirect('/icons/icon.svg', 301);
  });
  app.get('/sitemap.xml', async (c) => {
    const { tenant, url } = await findShop(c);
    const pages = await ports.sitemapPages(tenant);
    return c.body(sitemapXml(tenant, url.origin, pages), 200, { ...kept(300), 'content-type': 'application/xml' });
  });
  app.get('/robots.txt', async (c) => {
    const { url } = await findShop(c);
    return c.text(robotsTxt(url.origin), 200, kept(300));
  });
}
