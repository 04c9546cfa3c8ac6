import { adminApi } from '@tessera/contracts/api/admin.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import { priceListFor } from '../catalog/price-list.ts';
import type { ScopeOf, TenantScope } from '../deps.ts';
import { may } from '../roles.ts';
import type { ImportJobRecord } from './import-jobs.ts';
import { toJobView } from './job-view.ts';
import { parseMapping } from './mapping.ts';
import { formatOfType, uploadSeconds, type ImportFormat } from './uploads.ts';

const maxBodyBytes = 4 * 1024 * 1024;
const shownJobs = 20;
/** What a book of the `goodbooks` profile costs where the request does not say: its files have no prices. */
const defaultPriceMinor = { goodbooks: '999', tessera: undefined } as const;

export function implementImports({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(
    adminApi.import,
    async ({ tenantId, query, rawBody, claims, context }) => {
      const scope = scopeOf(tenantId);
      const mapping = parseMapping(query.mapping);
      if (!mapping.ok) throw invalid([{ path: 'query.mapping', message: mapping.message }]);
      const currency = await currencyFor(scope, query.currency);
      const jobId = scope.newId('job');
      const given = { object: query.object, text: rawBody, type: context.req.header('content-type') ?? '' };
      const { format, objectKey } = await takeFile(scope, jobId, given);
      const priceMinor = query.priceMinor ?? defaultPriceMinor[query.profile];
      const job: ImportJobRecord = {
        jobId,
        state: 'queued',
        profile: query.profile,
        format,
        objectKey,
        mapping: mapping.mapping,
        currency,
        ...(priceMinor ? { priceMinor } : {}),
        rows: { read: 0, created: 0, updated: 0, unchanged: 0, failed: 0 },
        attempts: 0,
        requestedBy: claims.userId,
        startedAt: scope.clock().toISOString(),
      };
      await scope.imports.create(job);
      await scope.audit({ entity: jobId, what: 'import.started', data: { objectKey, profile: job.profile } }, claims);
      return { status: 202, body: toJobView(job, []) };
    },
    { roles: may.import, maxBodyBytes },
  );

  implement(
    adminApi.imports,
    async ({ tenantId }) => {
      const jobs = await scopeOf(tenantId).imports.latest(shownJobs);
      return { status: 200, body: { items: jobs.map((job) => toJobView(job, [])) } };
    },
    { roles: may.import },
  );

  implement(
    adminApi.importUpload,
    async ({ tenantId, body }) => {
      const { uploads, newId, clock } = scopeOf(tenantId);
      const upload = await uploads.presign(newId('job'), formatOfType(body.contentType), body.bytes);
      const expiresAt = new Date(clock().getTime() + uploadSeconds * 1000).toISOString();
      return { status: 200, body: { ...upload, expiresAt } };
    },
    { roles: may.import },
  );

  implement(
    adminApi.importJob,
    async ({ tenantId, params }) => {
      const { imports } = scopeOf(tenantId);
      const job = await imports.find(params.id);
      if (!job) throw notFound();
      return { status: 200, body: toJobView(job, await imports.errorsOf(job.jobId)) };
    },
    { roles: may.import },
  );
}

async function currencyFor(scope: TenantScope, wanted: string | undefined): Promise<string> {
  const { profile, priceLists } = await scope.requireTenant();
  const currency = wanted ?? profile.currencies[0] ?? '';
  if (!priceListFor(priceLists, currency))
    throw invalid([{ path: 'query.currency', message: 'is no currency of this shop' }]);
  return currency;
}

/** Another tenant's file is answered like one that is not there. */
async function takeFile(
  { uploads }: TenantScope,
  jobId: string,
  { object, text, type }: { object: string | undefined; text: string; type: string },
): Promise<{ format: ImportFormat; objectKey: string }> {
  if (object !== undefined) {
    const format = await uploads.formatOf(object);
    if (!format) throw invalid([{ path: 'query.object', message: 'is no uploaded file' }]);
    return { format, objectKey: object };
  }
  if (text.trim() === '') throw invalid([{ path: 'body', message: 'is empty' }]);
  const format = formatOfType(type);
  return { format, objectKey: await uploads.put(jobId, format, text) };
}
