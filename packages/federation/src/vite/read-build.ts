import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { RemoteBuild } from '@tessera/contracts/release.ts';

/** What the build in a folder says of itself. */
export async function readBuild(folder: string): Promise<RemoteBuild> {
  return RemoteBuild.parse(JSON.parse(await readFile(path.join(folder, 'tessera.json'), 'utf8')));
}
