import path from 'node:path';
import type { Engine } from '../engines/dynamo.ts';
import { freePort, startProcess, waitUntil } from '../engines/process.ts';

/** Starts the search service; without a folder it forgets everything when it stops. */
export async function startSearch(options: { dataDir?: string } = {}): Promise<Engine> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const main = path.join(import.meta.dirname, 'main.ts');
  const dataDir = options.dataDir ? ['--data-dir', options.dataDir] : [];
  const { stop } = startProcess(process.execPath, [main, '--port', String(port), ...dataDir]);
  await waitUntil(async () => (await fetch(`${endpoint}/health`)).ok, 60_000, 'the search service');
  return { endpoint, stop };
}
