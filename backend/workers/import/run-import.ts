import type { ImportJobRecord, RowError } from '../../admin/import/import-jobs.ts';
import { maxErrors } from '../../admin/import/import-jobs.dynamo.ts';
import { UnreadableFileError, type FileRow } from './file-row.ts';
import { importBatch, type BatchContext, type IdentifiedRow } from './import-batch.ts';
import type { ImportProgress, Rows } from './import-progress.ts';
import { parseRow } from './import-row.ts';
import { profiles, toFields } from './profile.ts';
import { readCsv } from './read-csv.ts';
import { readNdjson } from './read-ndjson.ts';
import { identify } from './to-work-record.ts';

const batchSize = 250;
/** Deliveries of a job's message; after the last nobody comes back to it. */
const maxAttempts = 5;

export interface ImportPorts {
  progress: ImportProgress;
  /** The uploaded file from its beginning; undefined where it is gone. */
  openFile(objectKey: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  batchContext(): Promise<BatchContext>;
  newRunId(): string;
  now(): string;
}

/**
 * Takes a job up where the last run left it, in batches whose writes are repeatable: a run that is killed between a
 * batch and the note of it writes that batch again, and a message that comes twice finds nothing to do.
 */
export async function runImport(jobId: string, ports: ImportPorts): Promise<void> {
  const run = { jobId, runId: ports.newRunId() };
  const job = await ports.progress.begin(jobId, run.runId);
  if (!job) return;
  const counted: { rows: Rows } = { rows: job.rows };
  const end = (state: 'succeeded' | 'failed') =>
    ports.progress.finish(run, { state, rows: counted.rows, at: ports.now() });
  try {
    const outcome = await importRows({ job, run, ports, counted });
    if (outcome === 'done') await end(counted.rows.read > counted.rows.failed ? 'succeeded' : 'failed');
  } catch (error) {
    if (error instanceof UnreadableFileError) {
      await ports.progress.addErrors(jobId, [{ row: error.row, message: error.message }]);
      return end('failed');
    }
    if (job.attempts >= maxAttempts) {
      await ports.progress.addErrors(jobId, [{ row: 0, message: 'could not be imported; try again later' }]);
      await end('failed');
    }
    throw error;
  }
}

interface Run {
  job: ImportJobRecord;
  run: { jobId: string; runId: string };
  ports: ImportPorts;
  counted: { rows: Rows };
}

async function importRows({ job, run, ports, counted }: Run): Promise<'done' | 'taken-over'> {
  const open = async () => {
    const file = await ports.openFile(job.objectKey);
    if (!file) throw new UnreadableFileError('the file is not there any more', 0);
    return job.format === 'csv' ? readCsv(file) : readNdjson(file);
  };
  const total = counted.rows.total ?? (await count(await open()));
  if (total === 0) throw new UnreadableFileError('has no rows', 0);
  counted.rows = { ...counted.rows, total };
  if (!(await ports.progress.advance(run, counted.rows))) return 'taken-over';
  const context = await ports.batchContext();
  const read = createReader(job);
  const done = counted.rows.read;
  let [seen, batch]: [number, Reading[]] = [0, []];
  const flush = async (): Promise<boolean> => {
    const result = await importBatch(rowsOf(batch), { ...context, now: ports.now() });
    const errors = [...errorsOf(batch), ...result.errors];
    const room = Math.max(0, maxErrors - counted.rows.failed);
    await ports.progress.addErrors(job.jobId, errors.slice(0, room));
    counted.rows = add(counted.rows, { ...result, read: batch.length, failed: errors.length });
    batch = [];
    return ports.progress.advance(run, counted.rows);
  };
  for await (const fileRow of await open()) {
    const reading = read(fileRow);
    seen += 1;
    if (seen <= done) continue;
    batch.push(reading);
    if (batch.length === batchSize && !(await flush())) return 'taken-over';
  }
  return batch.length === 0 || (await flush()) ? 'done' : 'taken-over';
}

type Reading = { ok: true; row: IdentifiedRow } | { ok: false; error: RowError };

/** Reads row by row; of two rows that are one work, the second is an error: which of them should count? */
function createReader(job: ImportJobRecord): (fileRow: FileRow) => Reading {
  const profile = profiles[job.profile];
  const rowOf = new Map<string, number>();
  let checked = false;
  return (fileRow) => {
    const at = fileRow.row;
    if (!fileRow.ok) return { ok: false, error: { row: at, message: fileRow.message } };
    const fields = toFields(fileRow.cells, profile, job.mapping);
    if (!checked && job.format === 'csv') requireTitle(Object.keys(fileRow.cells), job);
    checked = true;
    const parsed = parseRow(fields, job);
    if (!parsed.ok) return { ok: false, error: { row: at, column: parsed.column, message: parsed.message } };
    const { workId } = identify(parsed.row, job.profile);
    const first = rowOf.get(workId);
    if (first !== undefined) return { ok: false, error: { row: at, message: `is the same work as row ${first}` } };
    rowOf.set(workId, at);
    return { ok: true, row: { at, workId, row: parsed.row } };
  };
}

function requireTitle(headers: readonly string[], job: ImportJobRecord): void {
  const profile = profiles[job.profile];
  const fields = headers.map((header) => job.mapping[header] ?? profile.fieldOf(header));
  if (!fields.includes('title'))
    throw new UnreadableFileError(`has no column for the title; its columns are ${headers.slice(0, 12).join(', ')}`, 0);
}

async function count(rows: AsyncIterable<unknown>): Promise<number> {
  let total = 0;
  for await (const _ of rows) total += 1;
  return total;
}

const rowsOf = (batch: readonly Reading[]): IdentifiedRow[] =>
  batch.flatMap((reading) => (reading.ok ? [reading.row] : []));
const errorsOf = (batch: readonly Reading[]): RowError[] =>
  batch.flatMap((reading) => (reading.ok ? [] : [reading.error]));

const add = (rows: Rows, more: Omit<Rows, 'total'>): Rows => ({
  ...rows,
  read: rows.read + more.read,
  created: rows.created + more.created,
  updated: rows.updated + more.updated,
  unchanged: rows.unchanged + more.unchanged,
  failed: rows.failed + more.failed,
});
