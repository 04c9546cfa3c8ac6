import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { createDynamoDbClient, createLambdaClient, createS3Client } from '../platform/clients.ts';
import { systemClock } from '../platform/clock.ts';
import { readEnv } from '../platform/env.ts';
import { toStreamingHandler } from '../platform/lambda.ts';
import { createTelemetry } from '../platform/telemetry.ts';
import { parseTenantSigningKeys } from '../platform/tenant-signature.ts';
import { createCompositionApp } from './app.ts';
import { createFirstPaint } from './document/first-paint.ts';
import { createServerEntryLoader } from './document/load-server-entry.ts';
import { createReadPageStyles } from './document/page-styles.ts';
import { createLambdaRender } from './document/render-function.ts';
import { createTeamRender } from './document/team-render.ts';
import { createShellChrome } from './document/shell-chrome.ts';
import { compositionEnv } from './env.ts';
import { originsOf } from './origins.ts';
import { createFindOverride } from './registry/override/in-force.ts';
import { readBlob } from './publish/read-blob.ts';
import { createRegistry } from './registry/registry.ts';
import { createDynamoReleaseRepository } from './registry/repository.dynamo.ts';
import { createVerify } from './signing.ts';
import { createFindSubject } from './site/find-subject.ts';
import { readSitemapPages } from './site/sitemap-pages.ts';
import { createFindTenant } from './tenant/tenants.ts';

const env = readEnv(compositionEnv);
const telemetry = createTelemetry('composition');
const { logger, metrics, tracer } = telemetry;
const table = { client: createDynamoDbClient(tracer), tableName: env.TABLE_NAME };
const s3 = createS3Client(tracer);
const bucket = env.RELEASES_BUCKET;

const verify = createVerify(env.RELEASE_PUBLIC_KEYS);

/** Logs what went wrong and counts it, so that an alarm sees what visitors do not. */
const report = (metric: string, message: string) => (details: Record<string, unknown>) => {
  metrics.singleMetric().addMetric(metric, MetricUnit.Count, 1);
  logger.error(message, details);
};

const readRelease = (integrity: string) => readBlob({ client: s3, bucket }, integrity);
const lambda = createLambdaClient(tracer);
const render = createLambdaRender(lambda, env.RENDER_FUNCTIONS);

const app = createCompositionApp({
  scheme: env.PUBLIC_SCHEME,
  tenantKeys: parseTenantSigningKeys(env.TENANT_SIGNING_KEYS),
  findTenant: createFindTenant(table),
  registry: createRegistry({
    repositoryFor: (tenantId) => createDynamoReleaseRepository(table, tenantId),
    verify,
    events: { refused: (refusal) => report('ReleaseSetRefused', 'release set refused')({ ...refusal }) },
  }),
  composer: {
    firstPaint: createFirstPaint({
      render,
      renderForTeam: createTeamRender({
        client: lambda,
        functionName: env.TEAM_RENDER_FUNCTION,
        slices: render,
        readEntry: readRelease,
      }),
      bucket,
      budgetMs: env.FIRST_PAINT_BUDGET_MS,
      deadlineMs: 2_500,
      failed: (failure) => report('FirstPaintFailed', 'first paint failed')({ ...failure }),
    }),
    findSubject: createFindSubject(table),
    readStyles: createReadPageStyles({
      readBlob: readRelease,
      failed: (failure) => report('StyleNotRead', 'stylesheet linked, for it could not be read')({ ...failure }),
    }),
    chrome: createShellChrome({
      load: createServerEntryLoader(s3),
      bucket,
      failed: (failure) => report('ShellChromeFailed', 'shell chrome failed')({ ...failure }),
    }),
  },
  findOverride: createFindOverride({ table, verify, clock: systemClock }),
  originsOf: (tenantId) => originsOf(env, tenantId),
  readBlob: readRelease,
  publicKeys: env.RELEASE_PUBLIC_KEYS,
  sitemapPages: (tenant) => readSitemapPages(table, tenant),
  failed: (failure) => report('DocumentFailed', 'document failed')({ ...failure }),
});

export const handler = toStreamingHandler(app, telemetry);
