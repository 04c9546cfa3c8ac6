import type { ImportJob } from '@tessera/contracts/api/admin.ts';
import type { z } from 'zod';
import type { ImportJobRecord, RowError } from './import-jobs.ts';

export const toJobView = (job: ImportJobRecord, errors: readonly RowError[]): z.infer<typeof ImportJob> => ({
  id: job.jobId,
  state: job.state,
  profile: job.profile,
  rows: job.rows,
  errors: errors.map(({ row, column, message }) => ({ row, ...(column ? { field: column } : {}), message })),
  startedAt: job.startedAt,
  ...(job.finishedAt ? { finishedAt: job.finishedAt } : {}),
});
