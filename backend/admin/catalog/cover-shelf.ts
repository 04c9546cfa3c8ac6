import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Picture, WorkKind } from '@tessera/contracts/api/common.ts';
import { coverOf, shapeOf, toPicture, type GenericCover } from './generic-cover.ts';

/** Pictures for what has none of its own. */
export interface CoverShelf {
  ofWork(work: { workId: string; kind: WorkKind; title: string }): Promise<Picture>;
  ofMaker(maker: { makerId: string; name: string }): Promise<Picture>;
}

/** Puts each of the few files into the tenant's media once in its life; putting it again changes nothing. */
export function createCoverShelf(s3: S3Client, bucket: string, tenantId: string): CoverShelf {
  const stored = new Map<string, Promise<unknown>>();

  async function store(cover: GenericCover, alt: string): Promise<Picture> {
    const storing = stored.get(cover.key) ?? put(cover);
    stored.set(cover.key, storing);
    storing.catch(() => stored.delete(cover.key));
    await storing;
    return toPicture(cover, alt);
  }

  const put = ({ key, svg }: GenericCover) =>
    s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: `${tenantId}/${key}`, Body: svg, ContentType: 'image/svg+xml' }),
    );

  return {
    ofWork: ({ workId, kind, title }) => store(coverOf(shapeOf(kind), workId), title),
    ofMaker: ({ makerId, name }) => store(coverOf('square', makerId), name),
  };
}
