import { platformTenant, type Provenance, type RemoteBuild } from '@tessera/contracts/release.ts';
import { createDynamoReleaseRepository } from '../registry/repository.dynamo.ts';
import type { Table } from '../../table/client.ts';
import type { PublishedRelease, StoredRelease } from '../registry/repository.ts';
import { releaseIdOf, releasePayloadOf } from '../release-id.ts';
import type { Signer } from '../signing.ts';
import { reservationMs } from './take-version.ts';

export function toReservation(given: {
  tenantId: string;
  build: RemoteBuild;
  provenance?: Provenance | undefined;
  author?: 'team' | undefined;
  by: string;
  now: Date;
}): StoredRelease {
  const { tenantId, build, provenance, author, by, now } = given;
  return {
    tenantId,
    remote: build.manifest.name,
    version: build.version,
    releaseId: releaseIdOf(build),
    state: 'reserved',
    reservedAt: now.toISOString(),
    publishedBy: by,
    build,
    ...(provenance === undefined ? {} : { provenance }),
    ...(author === undefined ? {} : { author }),
    ttl: Math.ceil((now.getTime() + reservationMs) / 1000),
  };
}

/** The record that pages are made from. Signed last: a signature says that every byte was looked at. */
export async function toPublished(
  { ttl: _, ...reserved }: StoredRelease,
  { signer, now }: { signer: Signer; now: Date },
): Promise<PublishedRelease> {
  const signature = await signer.sign(releasePayloadOf(reserved));
  return { ...reserved, state: 'published', publishedAt: now.toISOString(), signature };
}

/** A tenant's releases, and those that every tenant has. */
export const repositoriesOf = (table: Table, tenantId: string) => ({
  repository: createDynamoReleaseRepository(table, tenantId),
  platform: tenantId === platformTenant ? undefined : createDynamoReleaseRepository(table, platformTenant),
});
