import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.ts';

const ignored = new Set(['node_modules', '.cache', 'test-results']);
const isIgnored = (name: string) => ignored.has(name) || name.startsWith('dist') || /\.test\.tsx?$/.test(name);

/** Runs `build` unless the inputs are those of the last build and its output still stands. */
export async function cached(
  name: string,
  inputs: readonly string[],
  output: string,
  build: (hash: string) => Promise<void>,
): Promise<'built' | 'unchanged'> {
  const record = path.join(root, '.cache', 'build', `${name}.hash`);
  const hash = await hashOf(inputs);
  const last = await readFile(record, 'utf8').catch(() => '');
  if (last === hash && existsSync(path.join(root, output))) return 'unchanged';
  await build(hash);
  await mkdir(path.dirname(record), { recursive: true });
  await writeFile(record, hash);
  return 'built';
}

/** A hash over the content of files and folders, relative to the root. */
export async function hashOf(inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const input of [...inputs].sort()) await addTo(hash, path.join(root, input));
  return hash.digest('hex');
}

async function addTo(hash: ReturnType<typeof createHash>, target: string): Promise<void> {
  const entries = await readdir(target, { withFileTypes: true }).catch(() => undefined);
  if (!entries) {
    if (existsSync(target)) hash.update(path.relative(root, target)).update(await readFile(target));
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (!isIgnored(entry.name)) await addTo(hash, path.join(target, entry.name));
}
