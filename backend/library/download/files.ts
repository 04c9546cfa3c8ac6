import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

export interface FileRequest {
  objectKey: string;
  fileName: string;
  contentType: string;
  disposition: 'attachment' | 'inline';
}

/** The private store of sold files. */
export interface Files {
  /** An address that starts within a minute; a transfer that runs goes on. */
  presign(request: FileRequest): Promise<string>;
}

export const presignedSeconds = 60;

export function createFiles(s3: S3Client, bucket: string): Files {
  return {
    presign: ({ objectKey, fileName, contentType, disposition }) =>
      getSignedUrl(
        s3,
        new GetObjectCommand({
          Bucket: bucket,
          Key: objectKey,
          ResponseContentType: contentType,
          ResponseContentDisposition: toDisposition(disposition, fileName),
        }),
        { expiresIn: presignedSeconds },
      ),
  };
}

/** RFC 6266: a plain name for old clients, the real one for all others. */
function toDisposition(type: FileRequest['disposition'], fileName: string): string {
  const plain = fileName.replaceAll(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${type}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
