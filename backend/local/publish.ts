import type { S3Client } from '@aws-sdk/client-s3';
import { liveChannel } from '@tessera/contracts/channel.ts';
import { createReleaseSet } from '../composition/publish/create-release-set.ts';
import { publishRelease } from '../composition/publish/publish-release.ts';
import { setChannel } from '../composition/publish/set-channel.ts';
import { findLiveSet } from '../composition/registry/find-live-set.ts';
import { createDynamoReleaseRepository } from '../composition/registry/repository.dynamo.ts';
import type { Signer } from '../composition/signing.ts';
import type { Table } from '../table/client.ts';

export interface PublishTarget {
  tenantId: string;
  /** Dist folders, the shell's among them. */
  dists: readonly string[];
  table: Table;
  s3: S3Client;
  bucket: string;
  signer: Signer;
}

/**
 * Publishes each build to the tenant's origin, pins them in a set and makes it live; what is live already stays, and so
 * does what people have published and promoted since.
 */
export async function publishAll(target: PublishTarget): Promise<{ published: number; setId: string }> {
  const { tenantId, table, signer } = target;
  const by = 'seed';
  const kept = await publishedByPeople(table, tenantId);
  const releases: Record<string, string> = {};
  let published = 0;
  for (const dist of target.dists) {
    const s3 = { client: target.s3, bucket: target.bucket };
    const result = await publishRelease({ tenantId, dist, publishedBy: by, s3, table, signer });
    if (!result.ok) throw new Error(`${dist} was not published for ${tenantId}: ${JSON.stringify(result)}`);
    releases[result.remote] = result.releaseId;
    if (result.published) published += 1;
  }
  Object.assign(releases, kept);
  const made = await createReleaseSet({ tenantId, channel: liveChannel, releases, createdBy: by, table, signer });
  if (!made.ok) throw new Error(`no release set for ${tenantId}: ${made.reason}`);
  const moved = await setChannel({ tenantId, channel: liveChannel, setId: made.set.id, movedBy: by, table });
  if (!moved.ok) throw new Error(`the live channel of ${tenantId} did not move: ${moved.reason}`);
  return { published, setId: made.set.id };
}

/** Of what is live, the releases that came over HTTP: by a person, or by a deploy token. */
async function publishedByPeople(table: Table, tenantId: string): Promise<Record<string, string>> {
  const repository = createDynamoReleaseRepository(table, tenantId);
  const live = await findLiveSet(repository);
  const found = await Promise.all(Object.values(live?.releases ?? {}).map((id) => repository.findRelease(id)));
  return Object.fromEntries(
    found.flatMap((release) =>
      release && /^(?:usr_|token:)/.test(release.publishedBy) ? [[release.remote, release.releaseId]] : [],
    ),
  );
}
