import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { uploadSeconds } from '@tessera/contracts/release-limits.ts';
import type { ReleaseFile } from '@tessera/contracts/release.ts';
import { blobKeyOf, isStored, readObject, type ReleaseBucket } from './store.ts';

/**
 * Where the files of one reservation arrive. What arrives is nobody's release yet: it is read back, verified and stored
 * by its content only then, so that no address that was given out can ever write what another release is served from.
 */
export interface Staging {
  isThere(file: ReleaseFile): Promise<boolean>;
  read(file: ReleaseFile): Promise<Uint8Array | undefined>;
  remove(file: ReleaseFile): Promise<void>;
  /** An address that takes exactly these bytes, and the headers it is signed over. */
  presign(file: ReleaseFile, sha256: string): Promise<{ url: string; headers: Record<string, string> }>;
}

/** Objects of this prefix are the bucket's to delete after a while. */
export function createStaging(
  s3: ReleaseBucket,
  release: { tenantId: string; remote: string; version: string },
): Staging {
  const prefix = `releases/${release.tenantId}/${release.remote}/${release.version}`;
  const keyOf = ({ integrity }: ReleaseFile): string => `${prefix}/${blobKeyOf(integrity).replace('blobs/', '')}`;
  const checksumHeader = 'x-amz-checksum-sha256';

  return {
    isThere: (file) => isStored(s3, keyOf(file), file.bytes),
    read: (file) => readObject(s3, keyOf(file)),
    async remove(file) {
      await s3.client.send(new DeleteObjectCommand({ Bucket: s3.bucket, Key: keyOf(file) }));
    },
    async presign(file, sha256) {
      const headers = { 'content-type': file.contentType, [checksumHeader]: sha256 };
      const command = new PutObjectCommand({
        Bucket: s3.bucket,
        Key: keyOf(file),
        ContentLength: file.bytes,
        ContentType: file.contentType,
        ChecksumSHA256: sha256,
      });
      const url = await getSignedUrl(s3.client, command, {
        expiresIn: uploadSeconds,
        signableHeaders: new Set(['host', 'content-type', 'content-length']),
        // As a header it is checked against the bytes; in the address it would be decoration.
        unhoistableHeaders: new Set([checksumHeader]),
      });
      return { url, headers };
    },
  };
}
