import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ArtRequest, FileRequest } from '../types.ts';
import type { Made, MakeJob } from './worker.ts';

/** Widths in pixels a picture is offered in: half a phone’s screen at two and at three pixels to the point, and a whole one. */
export const pictureWidths = [240, 360, 540, 960] as const;

export interface Workshop {
  picture(request: ArtRequest): Promise<Made>;
  file(request: FileRequest): Promise<Made>;
  close(): Promise<void>;
}

/**
 * Makes pictures and files on a few threads, and keeps what it made in a folder: the name is a hash of the request and
 * of the code that draws, so nothing is made twice and nothing stale is used.
 */
export async function openWorkshop(cacheDir: string, threads = 2): Promise<Workshop> {
  await mkdir(cacheDir, { recursive: true });
  const code = await hashOfCode();
  const crew = Array.from({ length: threads }, () => hire());
  let turn = 0;
  const underWay = new Map<string, Promise<Made>>();
  const make = async (folder: string, job: (id: number) => MakeJob): Promise<Made> => {
    const known = await load(folder);
    if (known) return known;
    const made = await crew[turn++ % threads]?.(job(turn));
    if (!made) throw new Error('the workshop has no threads');
    await store(folder, made);
    return made;
  };
  // Two products may hold the same file, asked for at the same moment.
  const keep = (request: ArtRequest | FileRequest, job: (id: number) => MakeJob): Promise<Made> => {
    const key = createHash('sha256').update(code).update(JSON.stringify(request)).digest('hex').slice(0, 32);
    const making = underWay.get(key) ?? make(path.join(cacheDir, key), job).finally(() => underWay.delete(key));
    underWay.set(key, making);
    return making;
  };
  return {
    picture: (request) => keep(request, (id) => ({ id, art: request, widths: pictureWidths })),
    file: (request) => keep(request, (id) => ({ id, file: request })),
    close: async () => void (await Promise.all(crew.map((member) => member.dismiss()))),
  };
}

type Member = ((job: MakeJob) => Promise<Made>) & { dismiss(): Promise<number> };

function hire(): Member {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  worker.setMaxListeners(0);
  const work = (job: MakeJob) =>
    new Promise<Made>((resolve, reject) => {
      const done = (made: Made) => {
        if (made.id !== job.id) return;
        worker.off('message', done).off('error', reject);
        resolve(made);
      };
      worker.on('message', done).once('error', reject);
      worker.postMessage(job);
    });
  return Object.assign(work, { dismiss: () => worker.terminate() });
}

async function hashOfCode(): Promise<string> {
  const folder = import.meta.dirname;
  const files = (await readdir(folder, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(await readFile(path.join(folder, file)));
  return hash.digest('hex');
}

type Index = Omit<Made, 'files' | 'id'> & { files: { name: string; contentType: string }[] };

async function load(folder: string): Promise<Made | undefined> {
  const text = await readFile(path.join(folder, 'index.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const index = JSON.parse(text) as Index;
  const files = await Promise.all(
    index.files.map(async (file) => ({ ...file, bytes: await readFile(path.join(folder, file.name)) })),
  );
  return { ...index, id: 0, files };
}

/** The index is moved into place last, so that a folder half-written is a folder not there. */
async function store(folder: string, made: Made): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(made.files.map((file) => writeFile(path.join(folder, file.name), file.bytes)));
  const index: Index = {
    ...(made.picture && { picture: made.picture }),
    files: made.files.map(({ name, contentType }) => ({ name, contentType })),
  };
  const target = path.join(folder, 'index.json');
  await writeFile(`${target}.new`, JSON.stringify(index));
  await rename(`${target}.new`, target);
}
