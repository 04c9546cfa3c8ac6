import path from 'node:path';
import { readDist } from '../../backend/composition/publish/read-dist.ts';
import { root } from '../../scripts/lib/root.ts';

/** The shell as it was built, under another version: other addresses, and so another release. */
export async function shellOfVersion(version: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map(await readDist(path.join(root, 'shell/dist')));
  const described = JSON.parse(Buffer.from(files.get('tessera.json') ?? '').toString('utf8')) as object;
  return files.set('tessera.json', Buffer.from(JSON.stringify({ ...described, version })));
}
