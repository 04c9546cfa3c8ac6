import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Picture } from '@tessera/contracts/api/common.ts';
import { createHash } from 'node:crypto';
import type { Made } from './make/worker.ts';
import { pictureWidths, type Workshop } from './make/workshop.ts';
import type { ArtRequest, FileRequest } from './types.ts';

export interface StoredFile {
  /** Key in its bucket. */
  key: string;
  bytes: number;
  contentType: string;
}

/** Where a tenant's pictures and files go. The same request has the same key, so storing twice changes nothing. */
export interface SeedStore {
  /** Public, under `/media/`. */
  picture(request: ArtRequest): Promise<Picture>;
  /** Sold: reached by permission links alone. */
  file(request: FileRequest): Promise<StoredFile>;
  /** Public excerpt, under `/media/`. */
  preview(request: FileRequest): Promise<StoredFile>;
}

export interface SeedStoreOptions {
  s3: S3Client;
  mediaBucket: string;
  assetsBucket: string;
  tenantId: string;
  workshop: Workshop;
}

export function createSeedStore({ s3, mediaBucket, assetsBucket, tenantId, workshop }: SeedStoreOptions): SeedStore {
  const put = async (
    Bucket: string,
    key: string,
    { bytes, contentType }: Made['files'][number],
  ): Promise<StoredFile> => {
    await s3.send(new PutObjectCommand({ Bucket, Key: `${tenantId}/${key}`, Body: bytes, ContentType: contentType }));
    return { key: `${tenantId}/${key}`, bytes: bytes.byteLength, contentType };
  };
  const putFile = async (bucket: string, folder: string, request: FileRequest): Promise<StoredFile> => {
    const made = await workshop.file(request);
    const [file] = made.files;
    if (!file) throw new Error('nothing was made');
    return put(bucket, `${folder}/${hashOf(file.bytes)}${extensionOf(file)}`, file);
  };
  return {
    async picture(request) {
      const { files, picture } = await workshop.picture(request);
      if (!picture) throw new Error('no picture was made');
      const name = `covers/${hashOf(files[0]?.bytes ?? new Uint8Array())}`;
      const srcset = await Promise.all(
        files.map(async (file, index) => {
          const width = pictureWidths[index] ?? picture.width;
          const { key } = await put(mediaBucket, `${name}-${width}${extensionOf(file)}`, file);
          return { src: `/media/${key.slice(tenantId.length + 1)}`, width };
        }),
      );
      const middle = srcset.at(-2) ?? srcset[0];
      return { ...picture, src: middle?.src ?? '', srcset, alt: altOf(request) };
    },
    file: (request) => putFile(assetsBucket, 'files', request),
    preview: (request) => putFile(mediaBucket, 'previews', request),
  };
}

const extensionOf = ({ name }: { name: string }): string => name.slice(name.lastIndexOf('.'));

const altOf = ({ kind, title, by }: ArtRequest): string =>
  kind === 'maker' ? `Portrait of ${title}` : `${kind === 'still' ? 'Still' : 'Cover'} of ${title}, ${by}`;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 24);
