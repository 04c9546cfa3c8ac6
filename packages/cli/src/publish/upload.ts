import type { ReleaseUpload } from '@tessera/contracts/api/releases.ts';
import path from 'node:path';
import type { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Ports } from '../io/ports.ts';

const uploadsAtOnce = 6;
const attempts = 3;
const pauseMs = 400;

/** Uploads files, a few at once, each tried again where the store hiccups. */
export async function upload(
  uploads: readonly z.infer<typeof ReleaseUpload>[],
  folder: string,
  ports: Ports,
): Promise<void> {
  const waiting = [...uploads];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await put(next, folder, ports);
  };
  await Promise.all(Array.from({ length: uploadsAtOnce }, worker));
}

async function put(file: z.infer<typeof ReleaseUpload>, folder: string, { fetch, fs, sleep }: Ports): Promise<void> {
  const body = new Uint8Array(await fs.readFile(path.join(folder, file.path)));
  let last = '';
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (attempt > 1) await sleep(pauseMs * attempt);
    try {
      const answer = await fetch(file.url, { method: 'PUT', headers: file.headers, body });
      if (answer.ok) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 200)}`;
      if (answer.status < 500 && answer.status !== 429) break;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
  }
  throw new CliError({
    code: 'upload_failed',
    message: `${file.path} was not taken by the store: ${last}`,
    fix: 'Publish again: what is there is not uploaded twice, and nothing of the release is visible.',
    exit: exitCodes.unreachable,
  });
}
