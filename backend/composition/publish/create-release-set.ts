import { liveChannel } from '@tessera/contracts/channel.ts';
import { ReleaseSet } from '@tessera/contracts/release.ts';
import type { Table } from '../../table/client.ts';
import { createDynamoReleaseRepository } from '../registry/repository.dynamo.ts';
import type { ReleaseRepository } from '../registry/repository.ts';
import { releaseSetIdOf } from '../release-id.ts';
import { signedPayloadOf, type Signer } from '../signing.ts';
import { fallbackPins } from './fallback-pins.ts';

type Pins = Readonly<Record<string, string>>;

export interface CreateReleaseSetInput {
  tenantId: string;
  channel: string;
  /** Remote → release id; `shell` among them. */
  releases: Pins;
  /** Remote → release id to run where the pinned one does not; what is live now where this is not given. */
  fallbacks?: Pins;
  createdBy: string;
  table: Table;
  signer: Signer;
  now?: () => Date;
}

export type CreateReleaseSetResult =
  | { ok: true; set: ReleaseSet }
  | { ok: false; reason: 'no_shell' }
  | { ok: false; reason: 'unknown_release'; remote: string };

/** Pins one published release per remote, and what each falls back to. The same pins give the same set. */
export async function createReleaseSet(input: CreateReleaseSetInput): Promise<CreateReleaseSetResult> {
  const { tenantId, releases } = input;
  if (!releases['shell']) return { ok: false, reason: 'no_shell' };
  const repository = createDynamoReleaseRepository(input.table, tenantId);
  const isPublished = async ([remote, releaseId]: [string, string]) =>
    (await repository.findRelease(releaseId))?.remote === remote;
  for (const pin of [...Object.entries(releases), ...Object.entries(input.fallbacks ?? {})])
    if (!(await isPublished(pin))) return { ok: false, reason: 'unknown_release', remote: pin[0] };
  const fallbacks = input.fallbacks ?? fallbackPins(releases, await findLiveSet(repository));
  const pins = ReleaseSet.pick({ tenantId: true, channel: true, releases: true, fallbacks: true }).parse({
    ...{ tenantId, channel: input.channel, releases },
    // No fallback is no member: a set without any has the id it always had.
    ...(Object.keys(fallbacks).length > 0 ? { fallbacks } : {}),
  });
  const id = releaseSetIdOf(pins);
  const set = ReleaseSet.parse({
    ...pins,
    id,
    createdAt: (input.now ?? (() => new Date()))().toISOString(),
    createdBy: input.createdBy,
    signature: await input.signer.sign(signedPayloadOf(tenantId, id)),
  });
  await repository.putSet(set);
  return { ok: true, set };
}

async function findLiveSet(repository: ReleaseRepository): Promise<ReleaseSet | undefined> {
  const live = await repository.findChannel(liveChannel);
  return live && repository.findSet(live.setId);
}
