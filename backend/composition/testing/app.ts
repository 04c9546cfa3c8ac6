import type { Hono } from 'hono';
import type { HttpEnv } from '../../platform/http-types.ts';
import { signTenant } from '../../platform/tenant-signature.ts';
import { createCompositionApp } from '../app.ts';
import { createFirstPaint } from '../document/first-paint.ts';
import { createServerEntryLoader } from '../document/load-server-entry.ts';
import { RenderAnswer } from '../document/render-answer.ts';
import { createShellChrome } from '../document/shell-chrome.ts';
import { escapeHtml } from '../document/html.ts';
import { originsOf } from '../origins.ts';
import { createFindOverride } from '../registry/override/in-force.ts';
import { readBlob } from '../publish/read-blob.ts';
import { createRegistry } from '../registry/registry.ts';
import { createDynamoReleaseRepository } from '../registry/repository.dynamo.ts';
import { createReadPageStyles } from '../document/page-styles.ts';
import { createFindSubject } from '../site/find-subject.ts';
import { readSitemapPages } from '../site/sitemap-pages.ts';
import { createFindTenant } from '../tenant/tenants.ts';
import type { World } from './world.ts';

export interface TestApp {
  app: Hono<HttpEnv>;
  /** Headers the edge adds for a tenant's own host. */
  proofFor(tenantId: string): Record<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  failures: unknown[];
  /** Moves the app's clock on. */
  time: { offsetMs: number };
}

const tenantKeys = [Buffer.alloc(32, 3)];
const failOn = (details: unknown): void => {
  throw new Error(`not expected: ${JSON.stringify(details)}`);
};

/** The app as `lambda.ts` puts it together, over a world's engines; only the render function is a plain one. */
export function createTestApp(world: Pick<World, 'table' | 's3' | 'keys'>): TestApp {
  const { table, s3 } = world;
  const { client, bucket } = s3;
  const failures: unknown[] = [];
  const time = { offsetMs: 0 };
  const clock = () => new Date(Date.now() + time.offsetMs);
  const app = createCompositionApp({
    scheme: 'http',
    tenantKeys,
    findTenant: createFindTenant(table),
    registry: createRegistry({
      repositoryFor: (tenantId) => createDynamoReleaseRepository(table, tenantId),
      verify: world.keys.verify,
      events: { refused: failOn },
    }),
    composer: {
      firstPaint: createFirstPaint({
        render: (slice, { url }) =>
          slice === 'catalog'
            ? Promise.resolve(
                RenderAnswer.parse({
                  result: { status: 200, head: { title: 'T' }, html: `<h1>${escapeHtml(url)}</h1>` },
                }),
              )
            : undefined,
        renderForTeam: () => () => undefined,
        bucket,
        budgetMs: 1_000,
        deadlineMs: 2_000,
        failed: failOn,
      }),
      findSubject: createFindSubject(table),
      readStyles: createReadPageStyles({ readBlob: (integrity) => readBlob(s3, integrity), failed: failOn }),
      chrome: createShellChrome({ load: createServerEntryLoader(client), bucket, failed: failOn }),
    },
    findOverride: createFindOverride({ table, verify: world.keys.verify, clock }),
    clock,
    originsOf: (tenantId) =>
      originsOf({ CDN_ORIGIN_TEMPLATE: 'http://cdn.{tenant}.localhost:8080', AWS_REGION: 'eu-central-1' }, tenantId),
    readBlob: (integrity) => readBlob(s3, integrity),
    publicKeys: { keys: [world.keys.publicKey] },
    sitemapPages: (tenant) => readSitemapPages(table, tenant),
    failed: (failure) => void failures.push(failure),
  });
  const proofFor: TestApp['proofFor'] = (tenantId) => {
    const host = `${tenantId}.localhost:8080`;
    const nowSeconds = Math.floor(clock().getTime() / 1000);
    return { 'x-tenant': signTenant({ tenantId, host, nowSeconds }, tenantKeys), 'x-forwarded-host': host };
  };
  return {
    app,
    proofFor,
    failures,
    time,
    get: async (path, headers = {}) => app.request(path, { headers: { ...proofFor('aria'), ...headers } }),
  };
}
