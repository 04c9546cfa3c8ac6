import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createImportErrorEntity, rowKeyOf } from '../../table/import-error.ts';
import { createImportJobEntity } from '../../table/import-job.ts';
import { putAll } from '../../table/put-all.ts';
import type { ImportProgress } from './import-progress.ts';

export function createImportProgress(table: Table, tenantId: string): ImportProgress {
  const jobs = createImportJobEntity(table);
  const errors = createImportErrorEntity(table);
  return {
    begin: (jobId, runId) =>
      unlessRefused(async () => {
        const { data } = await jobs
          .patch({ tenantId, jobId })
          .set({ state: 'running', runId })
          .add({ attempts: 1 })
          .where(({ state }, { eq }) => `${eq(state, 'queued')} OR ${eq(state, 'running')}`)
          .go({ response: 'all_new' });
        return data;
      }),
    async advance({ jobId, runId }, rows) {
      const done = await unlessRefused(() =>
        jobs
          .patch({ tenantId, jobId })
          .set({ rows })
          .where((job, { eq }) => eq(job.runId, runId))
          .go(),
      );
      return done !== undefined;
    },
    async finish({ jobId, runId }, { state, rows, at }) {
      await unlessRefused(() =>
        jobs
          .patch({ tenantId, jobId })
          .set({ state, rows, finishedAt: at })
          .where((job, { eq }) => eq(job.runId, runId))
          .go(),
      );
    },
    async addErrors(jobId, found) {
      const items = found.map(({ row, column, message }) => ({
        tenantId,
        jobId,
        row,
        rowKey: rowKeyOf(row),
        message,
        ...(column ? { column } : {}),
      }));
      await putAll(errors, items);
    },
  };
}

async function unlessRefused<T>(write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    if (isConditionFailure(error)) return undefined;
    throw error;
  }
}
