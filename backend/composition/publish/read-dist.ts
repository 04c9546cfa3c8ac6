import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { DistFiles } from './read-build.ts';

/** Reads a whole dist folder. */
export async function readDist(folder: string): Promise<DistFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => [relative(folder, path).split(sep).join('/'), await readFile(path)] as const),
  );
  return new Map(files);
}
