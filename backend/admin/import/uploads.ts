import { HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

export type ImportFormat = 'csv' | 'ndjson';

/** Files of one tenant that are to be imported. */
export interface Uploads {
  put(name: string, format: ImportFormat, text: string): Promise<string>;
  /** Where a browser puts a file of exactly this size. */
  presign(name: string, format: ImportFormat, bytes: number): Promise<{ url: string; object: string }>;
  /** Whether a key is a file of this tenant, and what it holds. */
  formatOf(objectKey: string): Promise<ImportFormat | undefined>;
}

export const uploadSeconds = 15 * 60;

const contentTypes = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;

export const formatOfType = (contentType: string): ImportFormat =>
  contentType.startsWith(contentTypes.ndjson) ? 'ndjson' : 'csv';

export function createUploads(s3: S3Client, bucket: string, tenantId: string): Uploads {
  const prefix = `imports/${tenantId}/`;
  const keyOf = (name: string, format: ImportFormat) => `${prefix}${name}.${format}`;
  return {
    async put(name, format, text) {
      const Key = keyOf(name, format);
      await s3.send(
        new PutObjectCommand({ Bucket: bucket, Key, Body: Buffer.from(text), ContentType: contentTypes[format] }),
      );
      return Key;
    },
    async presign(name, format, bytes) {
      const Key = keyOf(name, format);
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key,
        ContentType: contentTypes[format],
        ContentLength: bytes,
      });
      return { url: await getSignedUrl(s3, command, { expiresIn: uploadSeconds }), object: Key };
    },
    async formatOf(objectKey) {
      const format = /\.(csv|ndjson)$/.exec(objectKey)?.[1];
      if (!objectKey.startsWith(prefix) || (format !== 'csv' && format !== 'ndjson')) return undefined;
      try {
        await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: objectKey }));
        return format;
      } catch (error) {
        if (error instanceof Error && (error.name === 'NotFound' || error.name === 'NoSuchKey')) return undefined;
        throw error;
      }
    },
  };
}
