import type { ImportJobRecord, RowError } from '../../admin/import/import-jobs.ts';

export type Rows = ImportJobRecord['rows'];

/** What of a job its worker writes. A run that another one has taken over from changes nothing any more. */
export interface ImportProgress {
  /** Undefined where the job is not there or has ended. */
  begin(jobId: string, runId: string): Promise<ImportJobRecord | undefined>;
  /** False where another run has taken over. */
  advance(run: { jobId: string; runId: string }, rows: Rows): Promise<boolean>;
  finish(
    run: { jobId: string; runId: string },
    end: { state: 'succeeded' | 'failed'; rows: Rows; at: string },
  ): Promise<void>;
  addErrors(jobId: string, errors: readonly RowError[]): Promise<void>;
}
