import type { Table } from '../../table/client.ts';
import { createImportErrorEntity } from '../../table/import-error.ts';
import { createImportJobEntity } from '../../table/import-job.ts';
import type { ImportJobs } from './import-jobs.ts';

export const maxErrors = 200;

export function createImportJobs(table: Table, tenantId: string): ImportJobs {
  const jobs = createImportJobEntity(table);
  const errors = createImportErrorEntity(table);
  return {
    async create(job) {
      await jobs.create({ ...job, tenantId }).go();
    },
    async find(jobId) {
      const { data } = await jobs.get({ tenantId, jobId }).go({ consistent: true });
      return data ?? undefined;
    },
    async errorsOf(jobId) {
      const { data } = await errors.query.ofJob({ tenantId, jobId }).go({ count: maxErrors });
      return data;
    },
    async latest(count) {
      const { data } = await jobs.query.ofTenant({ tenantId }).go({ order: 'desc', count });
      return data;
    },
  };
}
