import type { ImportErrorItem } from '../../table/import-error.ts';
import type { ImportJobItem } from '../../table/import-job.ts';

export type ImportJobRecord = Omit<ImportJobItem, 'tenantId'>;
export type RowError = Pick<ImportErrorItem, 'row' | 'message'> & { column?: string | undefined };

/** One tenant's imports. */
export interface ImportJobs {
  create(job: ImportJobRecord): Promise<void>;
  find(jobId: string): Promise<ImportJobRecord | undefined>;
  errorsOf(jobId: string): Promise<RowError[]>;
  latest(count: number): Promise<ImportJobRecord[]>;
}
