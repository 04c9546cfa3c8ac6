import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RemoteBuild, SliceVersions } from '@tessera/contracts/release.ts';
import { root } from './root.ts';

/** Versions of the slices as they were built last: slice → version. */
export const readSliceVersions = async (): Promise<Readonly<Record<string, string>>> =>
  SliceVersions.parse(JSON.parse(await readFile(path.join(root, 'backend', 'dist', 'slices.json'), 'utf8')));

/**
 * Names in a build the version of its slice that it goes live with. The two are one release, so its own version is of
 * both: the same front-end with another slice is another release.
 */
export async function pairWithSlice(
  outDir: string,
  versions: Readonly<Record<string, string>>,
  versionFor: (both: string) => string,
): Promise<void> {
  const file = path.join(root, outDir, 'tessera.json');
  const described: unknown = JSON.parse(await readFile(file, 'utf8'));
  const build = RemoteBuild.loose().parse(described);
  const sliceVersion = versions[build.manifest.slice];
  if (sliceVersion === undefined || build.sliceVersion === sliceVersion) return;
  const { version: _, ...rest } = build;
  const pair = { ...rest, sliceVersion };
  const both = createHash('sha256').update(JSON.stringify(pair)).digest('hex').slice(0, 10);
  await writeFile(`${file}.new`, `${JSON.stringify({ ...pair, version: versionFor(both) }, null, 2)}\n`);
  await rename(`${file}.new`, file);
}
