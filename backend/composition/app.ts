import { headers } from '@tessera/contracts/http.ts';
import type { TenantProfile } from '@tessera/contracts/tenant.ts';
import { fromViewHeader } from '@tessera/contracts/view.ts';
import { Hono, type Context } from 'hono';
import type { JSONWebKeySet } from 'jose';
import { compressText } from '../platform/compress.ts';
import { AppError, notFound } from '../platform/errors.ts';
import { requireTenant, visitorHostOf } from '../platform/http-guards.ts';
import type { HttpEnv } from '../platform/http-types.ts';
import { toAppError, toProblemResponse } from '../platform/problem.ts';
import type { TenantSigningKeys } from '../platform/tenant-signature.ts';
import { composeDocument, type Composer } from './document/compose.ts';
import type { Origins } from './document/content-security.ts';
import { failurePage } from './document/failure-page.ts';
import { toDocumentResponse } from './document/response.ts';
import { commonHeaders } from './document/security-headers.ts';
import type { FindOverride } from './registry/override/in-force.ts';
import { unshared } from './override/unshared.ts';
import type { LiveSet } from './registry/load-set.ts';
import type { Registry } from './registry/registry.ts';
import { addSiteRoutes, type ReadBlob } from './site/routes.ts';
import type { SitemapPage } from './site/sitemap.ts';
import type { FindTenant } from './tenant/tenants.ts';

export interface CompositionOptions {
  scheme: 'http' | 'https';
  tenantKeys: TenantSigningKeys;
  findTenant: FindTenant;
  registry: Registry;
  composer: Composer;
  originsOf(tenantId: string): Origins;
  readBlob: ReadBlob;
  findOverride: FindOverride;
  sitemapPages(tenant: TenantProfile): Promise<readonly SitemapPage[]>;
  /** What releases and sets are verified with, here and by whoever asks. */
  publicKeys: JSONWebKeySet;
  failed?(failure: { path: string; error: unknown }): void;
  clock?: () => Date;
}

/** All that a handler needs to know of the shop it answers for. */
export interface Shop {
  tenant: TenantProfile;
  origins: Origins;
  /** The address as the visitor sees it. */
  url: URL;
  view: string | undefined;
  /** The releases that are live; throws where there are none. */
  live(): Promise<LiveSet>;
}

export type FindShop = (c: Context<HttpEnv>) => Promise<Shop>;

/** Everything of a shop's origin that is not `/api`. */
export function createCompositionApp(options: CompositionOptions): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const common = commonHeaders(options.scheme);
  const clock = options.clock ?? (() => new Date());

  app.use('*', compressText);
  app.use('*', async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(common)) c.res.headers.set(name, value);
    const requestId = c.req.header(headers.requestId);
    if (requestId) c.res.headers.set(headers.requestId, requestId);
  });
  app.onError((error, c) => {
    const appError = toAppError(error);
    if (appError.status >= 500) options.failed?.({ path: c.req.path, error });
    const wantsPage = c.req.header('accept')?.includes('text/html') ?? false;
    return appError.status >= 500 && wantsPage ? failurePage(appError.status, c.req.path) : toProblemResponse(appError);
  });

  const findShop: FindShop = async (c) => {
    const tenantId = requireTenant(c, options.tenantKeys, clock);
    const tenant = await options.findTenant(tenantId);
    if (!tenant) throw notFound();
    const view = c.req.header(headers.view);
    return {
      tenant,
      origins: options.originsOf(tenantId),
      url: visitorUrlOf(c, options.scheme),
      view,
      async live() {
        const setId = fromViewHeader(view).set;
        const live = await options.registry.find(tenantId, setId ? { setId } : {});
        if (!live) throw new AppError({ status: 503, code: 'no_release', publicMessage: 'This shop is not open yet.' });
        return live;
      },
    };
  };

  addSiteRoutes(app, findShop, options);
  app.get('*', async (c) => {
    const { tenant, origins, url, view, live } = await findShop(c);
    const set = await live();
    // Only the edge sets it, and keys its cache by it.
    const token = c.req.header(headers.override);
    const override = token === undefined ? undefined : await options.findOverride(tenant.id, token);
    const input = { tenant, live: set, url, viewHeader: view, origins, override };
    const answer = await composeDocument(input, options.composer);
    return toDocumentResponse(token === undefined ? answer : unshared(answer, override, clock()), set.set.id);
  });
  app.all('*', async (c) => {
    await findShop(c);
    throw new AppError({
      status: 405,
      code: 'method_not_allowed',
      publicMessage: 'Pages are read only.',
      headers: { allow: 'GET, HEAD' },
    });
  });
  return app;
}

function visitorUrlOf(c: Context<HttpEnv>, scheme: string): URL {
  const { pathname, search } = new URL(c.req.url);
  const url = new URL(`${scheme}://${visitorHostOf(c)}`);
  url.pathname = pathname;
  url.search = search;
  return url;
}
