import { releasesApi } from '@tessera/contracts/api/releases.ts';
import type { Provenance, RemoteBuild } from '@tessera/contracts/release.ts';
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { z } from 'zod';
import { CliError } from '../cli-error.ts';
import type { Ports } from '../io/ports.ts';
import type { Ui } from '../io/ui.ts';
import type { Shop } from '../shop/shop.ts';
import { upload } from './upload.ts';

export interface Publishing {
  folder: string;
  build: RemoteBuild;
  provenance: z.input<typeof Provenance>;
}

export interface Published {
  remote: string;
  version: string;
  releaseId: string;
  /** False where the same bytes were published before. */
  isNew: boolean;
  uploaded: { files: number; bytes: number };
}

/**
 * Reserve, upload what the store lacks, commit. Stopped at any point it leaves nothing visible, and run again it goes on
 * where it stopped.
 */
export async function publishBuild(
  { folder, build, provenance }: Publishing,
  shop: Shop,
  ports: Ports,
  ui: Ui,
): Promise<Published> {
  const params = { remote: build.manifest.name, version: build.version };
  const checksums = await checksumsOf(ports, folder, build);
  const reservation = await ui.step('Reserve the version', () =>
    shop.call(releasesApi.reserveRelease, { params, body: { build, provenance, checksums } }),
  );
  const { releaseId, uploads } = reservation;
  const result = { ...params, releaseId };
  if (reservation.state === 'published') return { ...result, isNew: false, uploaded: { files: 0, bytes: 0 } };
  const bytes = uploads.reduce((sum, file) => sum + file.bytes, 0);
  await ui.step(`Upload ${uploads.length} of ${build.files.length} files`, () => upload(uploads, folder, ports));
  await ui.step('Commit', () => shop.call(releasesApi.commitRelease, { params, body: { releaseId } }));
  return { ...result, isNew: true, uploaded: { files: uploads.length, bytes } };
}

/** Integrity → SHA-256; reads every file, so that one that changed after the build is said here and not by the store. */
async function checksumsOf({ fs }: Ports, folder: string, { files }: RemoteBuild): Promise<Record<string, string>> {
  const checksums: Record<string, string> = {};
  for (const { path: file, integrity } of files) {
    const bytes = await fs.readFile(path.join(folder, file)).catch(() => undefined);
    if (!bytes || integrity !== `sha384-${createHash('sha384').update(bytes).digest('base64')}`)
      throw new CliError({
        code: 'build_changed',
        message: `${path.join(folder, file)} is ${bytes ? 'not what was built' : 'missing'}.`,
        fix: 'Build anew: leave out --skip-build.',
      });
    checksums[integrity] = createHash('sha256').update(bytes).digest('base64');
  }
  return checksums;
}
