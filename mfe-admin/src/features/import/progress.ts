import type { ImportJob } from '../../shared/types.ts';

export const isOver = <Job extends Pick<ImportJob, 'state'>>(
  job: Job,
): job is Job & { state: 'succeeded' | 'failed' } => job.state === 'succeeded' || job.state === 'failed';

/** Whole percent of the rows that were read; all of them only when it is over. */
export function progressOf({ state, rows }: Pick<ImportJob, 'state' | 'rows'>): number {
  if (isOver({ state })) return 100;
  return rows.total ? Math.min(99, Math.floor((rows.read * 100) / rows.total)) : 0;
}
