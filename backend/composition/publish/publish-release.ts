import type { RemoteBuild } from '@tessera/contracts/release.ts';
import type { Table } from '../../table/client.ts';
import { createDynamoReleaseRepository } from '../registry/repository.dynamo.ts';
import type { ReleaseRepository, StoredRelease } from '../registry/repository.ts';
import { releaseIdOf } from '../release-id.ts';
import { signedPayloadOf, type Signer } from '../signing.ts';
import { readBuild, type DistFiles, type ReadBuild } from './read-build.ts';
import { readDist } from './read-dist.ts';
import { originKeyOf } from '../../platform/release-files.ts';
import { uploadBlobs, writeOrigin, type ReleaseBucket } from './store.ts';

export interface PublishInput {
  tenantId: string;
  /** A dist folder with its `tessera.json`, or its files. */
  dist: string | DistFiles;
  publishedBy: string;
  s3: ReleaseBucket;
  table: Table;
  signer: Signer;
  now?: () => Date;
}

export type PublishResult =
  | { ok: true; releaseId: string; remote: string; version: string; published: boolean }
  | Extract<ReadBuild, { ok: false }>
  | { ok: false; reason: 'version_taken' | 'publish_in_progress'; detail: string };

/** A reservation this old belongs to a publish that died. */
export const reservationMs = 10 * 60_000;

/**
 * Puts a build in front of a tenant's origin, in an order that leaves nothing visible when it stops half-way:
 *
 *     check bytes → reserve version → upload blobs → write origin map → commit record
 *
 * A page can only name a committed release. The same version with the same bytes is a no-op, or finishes what a
 * publish that died has begun; with other bytes it is refused.
 */
export async function publishRelease(input: PublishInput): Promise<PublishResult> {
  const files = typeof input.dist === 'string' ? await readDist(input.dist) : input.dist;
  const read = readBuild(files);
  if (!read.ok) return read;
  const { build } = read;
  const repository = createDynamoReleaseRepository(input.table, input.tenantId);
  const now = (input.now ?? (() => new Date()))();
  const wanted = await toReservation(input, build, now);

  const reservation = await reserve(repository, wanted, now);
  if (!reservation.ok) return reservation;
  if (reservation.published) return done(wanted, false);

  await uploadBlobs(input.s3, build.files, files);
  await writeOrigin(input.s3, originKeyOf(input.tenantId, wanted.remote, wanted.version), build.files);
  const held = { ...wanted, reservedAt: reservation.reservedAt };
  const committed = await repository.commit({ ...held, state: 'published', publishedAt: now.toISOString() });
  return committed ? done(wanted, true) : inProgress(wanted);
}

async function toReservation(input: PublishInput, build: RemoteBuild, now: Date): Promise<StoredRelease> {
  const releaseId = releaseIdOf(build);
  return {
    tenantId: input.tenantId,
    remote: build.manifest.name,
    version: build.version,
    releaseId,
    state: 'reserved',
    reservedAt: now.toISOString(),
    publishedBy: input.publishedBy,
    build,
    signature: await input.signer.sign(signedPayloadOf(input.tenantId, releaseId)),
  };
}

type Reservation =
  | { ok: true; published: true }
  | { ok: true; published: false; reservedAt: string }
  | { ok: false; reason: 'version_taken' | 'publish_in_progress'; detail: string };

async function reserve(repository: ReleaseRepository, wanted: StoredRelease, now: Date): Promise<Reservation> {
  if (await repository.reserve(wanted)) return { ok: true, published: false, reservedAt: wanted.reservedAt };
  const present = await repository.findVersion(wanted.remote, wanted.version);
  if (!present) return inProgress(wanted);
  const same = present.releaseId === wanted.releaseId;
  if (present.state === 'published') return same ? { ok: true, published: true } : taken(wanted);
  if (same) return { ok: true, published: false, reservedAt: present.reservedAt };
  if (now.getTime() - Date.parse(present.reservedAt) < reservationMs) return inProgress(wanted);
  return (await repository.reserve(wanted, present))
    ? { ok: true, published: false, reservedAt: wanted.reservedAt }
    : inProgress(wanted);
}

const done = ({ releaseId, remote, version }: StoredRelease, published: boolean) =>
  ({ ok: true, releaseId, remote, version, published }) as const;

const taken = ({ remote, version }: StoredRelease) =>
  ({ ok: false, reason: 'version_taken', detail: `${remote} ${version} is published with other bytes` }) as const;

const inProgress = ({ remote, version }: StoredRelease) =>
  ({ ok: false, reason: 'publish_in_progress', detail: `${remote} ${version} is being published` }) as const;
