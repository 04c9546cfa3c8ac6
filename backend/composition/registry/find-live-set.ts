import { liveChannel } from '@tessera/contracts/channel.ts';
import type { ReleaseSet } from '@tessera/contracts/release.ts';
import type { ReleaseRepository } from './repository.ts';

/** The set that a tenant's visitors are given where they are in no canary; undefined where nothing is live. */
export async function findLiveSet(
  repository: Pick<ReleaseRepository, 'findChannel' | 'findSet'>,
): Promise<ReleaseSet | undefined> {
  const channel = await repository.findChannel(liveChannel);
  return channel && repository.findSet(channel.setId);
}
