import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import type { ArtRequest, FileRequest } from '../types.ts';
import { compose } from './art/compose.ts';
import { makeFile } from './file.ts';

export type MakeJob = { id: number } & ({ art: ArtRequest; widths: readonly number[] } | { file: FileRequest });

export interface Made {
  id: number;
  files: readonly { name: string; bytes: Uint8Array; contentType: string }[];
  picture?: { width: number; height: number; color: string };
}

/** Takes jobs off the main thread: encoding is all arithmetic. */
parentPort?.on('message', (job: MakeJob) => {
  void make(job).then((made) => parentPort?.postMessage(made));
});

async function make(job: MakeJob): Promise<Made> {
  if ('file' in job) {
    const { bytes, contentType, extension } = await makeFile(job.file);
    return { id: job.id, files: [{ name: `file.${extension}`, bytes, contentType }] };
  }
  const { svg, width, height, color } = compose(job.art);
  const full = await sharp(Buffer.from(svg)).png({ compressionLevel: 0 }).toBuffer();
  const files = await Promise.all(
    job.widths.map(async (at) => ({
      name: `${at}.webp`,
      bytes: await sharp(full).resize({ width: at }).webp({ quality: 80, effort: 3 }).toBuffer(),
      contentType: 'image/webp',
    })),
  );
  return { id: job.id, files, picture: { width, height, color } };
}
