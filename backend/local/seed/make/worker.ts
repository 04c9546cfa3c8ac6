import { parentPort } from 'node:worker_threads';
import sharp, { type Sharp } from 'sharp';
import type { ArtRequest, FileRequest } from '../types.ts';
import { compose } from './art/compose.ts';
import { makeFile } from './file.ts';

/** What phones put in a grid: half the bytes are worth the longer encoding, which grows with the area. */
const widestAvif = 360;

/** What a phone's connection brings in its first two round trips beside five others; only the finest textures are more. */
const avifBytes = 5_600;
/** Effort costs time and saves little, so it comes last. */
const avifAttempts = [
  { quality: 50, effort: 1 },
  { quality: 40, effort: 1 },
  { quality: 34, effort: 4 },
];

async function encodeAvif(picture: Sharp): Promise<Buffer> {
  let bytes = Buffer.of();
  for (const attempt of avifAttempts) {
    bytes = await picture.clone().avif(attempt).toBuffer();
    if (bytes.byteLength <= avifBytes) break;
  }
  return bytes;
}

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
    job.widths.map(async (at) => {
      const format = at <= widestAvif ? 'avif' : 'webp';
      const picture = sharp(full).resize({ width: at });
      const bytes = await (format === 'avif'
        ? encodeAvif(picture)
        : picture.webp({ quality: 74, effort: 3 }).toBuffer());
      return { name: `${at}.${format}`, bytes, contentType: `image/${format}` };
    }),
  );
  return { id: job.id, files, picture: { width, height, color } };
}
