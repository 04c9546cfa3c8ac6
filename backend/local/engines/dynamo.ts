import { createRequire } from 'node:module';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { freePort, startProcess, waitUntil } from './process.ts';

export interface Engine {
  endpoint: string;
  stop(): Promise<void>;
}

/**
 * DynamoDB over the wire: dynoxide (SQLite) where its binary exists, else the server `DYNAMODB_ENDPOINT` names.
 * Without `dbPath` the data lives in memory.
 */
export async function startDynamo(options: { dbPath?: string } = {}): Promise<Engine> {
  const given = process.env['DYNAMODB_ENDPOINT'];
  if (given) return { endpoint: given, stop: () => Promise.resolve() };
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const args = ['--port', String(port), ...(options.dbPath ? ['--db-path', options.dbPath] : [])];
  const { stop } = startProcess(requireBinary(), args);
  await waitUntil(async () => (await fetch(endpoint)).status < 500, 10_000, 'DynamoDB (dynoxide)');
  if (options.dbPath) indexStream(options.dbPath);
  return { endpoint, stop };
}

/** With each write the engine looks for the stream's highest number; without an index it reads the whole stream for it. */
function indexStream(dbPath: string): void {
  using db = new DatabaseSync(dbPath, { timeout: 5_000 });
  db.exec('CREATE INDEX IF NOT EXISTS stream_order ON _stream_records (table_name, CAST(sequence_number AS INTEGER))');
}

function requireBinary(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    return path.join(path.dirname(manifest), 'dynoxide');
  } catch (cause) {
    throw new Error(
      'No DynamoDB engine for this platform: dynoxide comes as a linux-x64 binary only. Run any DynamoDB-compatible server and set DYNAMODB_ENDPOINT to its address.',
      { cause },
    );
  }
}
