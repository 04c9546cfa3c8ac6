import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentTypeOf } from '@tessera/contracts/content-types.ts';
import type { ReleaseFile } from '@tessera/contracts/release.ts';

/** Every file of a build with its hash, in path order. Bundler manifests say less than the folder does. */
export async function releaseFilesOf(folder: string): Promise<ReleaseFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => file !== 'tessera.json')
    .sort();
  return Promise.all(
    paths.map(async (file) => {
      const bytes = await readFile(path.join(folder, file));
      return {
        path: file,
        integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
        bytes: bytes.byteLength,
        contentType: contentTypeOf(file) ?? 'application/octet-stream',
      };
    }),
  );
}
