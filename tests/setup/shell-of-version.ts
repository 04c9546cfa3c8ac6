import path from 'node:path';
import type { DistFiles } from '../../backend/composition/publish/read-build.ts';
import { readDist } from '../../backend/composition/publish/read-dist.ts';
import { root } from '../../scripts/lib/root.ts';

/** The shell as it was built, under another version: other addresses, and so another release. */
export const shellOfVersion = (version: string): Promise<DistFiles> => distOfVersion('shell/dist', () => version);

/** A build under another version, as a shop's own team would publish it: it names no version of a slice. */
export async function distOfVersion(dist: string, versionAfter: (version: string) => string): Promise<DistFiles> {
  const files = new Map(await readDist(path.join(root, dist)));
  const { sliceVersion: _, ...described } = JSON.parse(
    Buffer.from(files.get('tessera.json') ?? '').toString('utf8'),
  ) as {
    version: string;
    sliceVersion?: string;
  };
  const version = versionAfter(described.version);
  return files.set('tessera.json', Buffer.from(JSON.stringify({ ...described, version })));
}
