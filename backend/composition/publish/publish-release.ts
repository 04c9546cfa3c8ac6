import { originKeyOf } from '../../platform/release-files.ts';
import type { Provenance } from '@tessera/contracts/release.ts';
import type { Table } from '../../table/client.ts';
import type { StoredRelease } from '../registry/repository.ts';
import type { Signer } from '../signing.ts';
import { readBuild, type DistFiles, type ReadBuild } from './read-build.ts';
import { readDist } from './read-dist.ts';
import { isThere, uploadBlobs, writeOrigin, type ReleaseBucket } from './store.ts';
import { takeVersion } from './take-version.ts';
import { repositoriesOf, toPublished, toReservation } from './to-reservation.ts';

export interface PublishInput {
  tenantId: string;
  /** A dist folder with its `tessera.json`, or its files. */
  dist: string | DistFiles;
  provenance?: Provenance;
  publishedBy: string;
  why?: string;
  s3: ReleaseBucket;
  table: Table;
  signer: Signer;
  now?: () => Date;
}

export type PublishResult =
  | { ok: true; releaseId: string; remote: string; version: string; published: boolean }
  | Extract<ReadBuild, { ok: false }>
  | { ok: false; reason: 'version_taken' | 'publish_in_progress'; detail: string };

/**
 * Puts a build in front of a tenant's origin, in an order that leaves nothing visible when it stops half-way:
 *
 *     check bytes → reserve version → upload blobs → write origin map → commit record
 *
 * A page can only name a committed release. The same version with the same bytes is a no-op, or finishes what a
 * publish that died has begun; with other bytes it is refused.
 */
export async function publishRelease(input: PublishInput): Promise<PublishResult> {
  const { tenantId, provenance, publishedBy: by, s3, signer } = input;
  const files = typeof input.dist === 'string' ? await readDist(input.dist) : input.dist;
  const read = readBuild(files);
  if (!read.ok) return read;
  const { build } = read;
  const repositories = repositoriesOf(input.table, tenantId);
  const now = (input.now ?? (() => new Date()))();
  const wanted = toReservation({ tenantId, build, provenance, by, now });
  const originKey = originKeyOf(tenantId, wanted.remote, wanted.version);
  const note = { by, at: now.toISOString(), ...(input.why === undefined ? {} : { why: input.why }) };

  const taken = await takeVersion({ ...repositories, isServed: () => isThere(s3, originKey) }, wanted, {
    ...note,
    what: 'release.reserved',
  });
  if (!taken.ok) return taken;
  if (taken.release.state === 'published') return done(taken.release, false);

  await uploadBlobs(s3, build.files, files);
  await writeOrigin(s3, originKey, build.files);
  const release = await toPublished(taken.release, { signer, now });
  const committed = await repositories.repository.commit(release, { ...note, what: 'release.published' });
  if (committed) return done(wanted, true);
  return {
    ok: false,
    reason: 'publish_in_progress',
    detail: `${wanted.remote} ${wanted.version} is being published by somebody else`,
  };
}

const done = ({ releaseId, remote, version }: StoredRelease, published: boolean) =>
  ({ ok: true, releaseId, remote, version, published }) as const;
