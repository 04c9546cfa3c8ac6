import { ReleaseSet } from '@tessera/contracts/release.ts';
import type { Table } from '../../table/client.ts';
import { createDynamoReleaseRepository } from '../registry/repository.dynamo.ts';
import { releaseSetIdOf } from '../release-id.ts';
import { signedPayloadOf, type Signer } from '../signing.ts';

export interface CreateReleaseSetInput {
  tenantId: string;
  channel: string;
  /** Remote → release id; `shell` among them. */
  releases: Readonly<Record<string, string>>;
  createdBy: string;
  table: Table;
  signer: Signer;
  now?: () => Date;
}

export type CreateReleaseSetResult =
  | { ok: true; set: ReleaseSet }
  | { ok: false; reason: 'no_shell' }
  | { ok: false; reason: 'unknown_release'; remote: string };

/** Pins one published release per remote. The same pins give the same set. */
export async function createReleaseSet(input: CreateReleaseSetInput): Promise<CreateReleaseSetResult> {
  if (!input.releases['shell']) return { ok: false, reason: 'no_shell' };
  const repository = createDynamoReleaseRepository(input.table, input.tenantId);
  for (const [remote, releaseId] of Object.entries(input.releases)) {
    const release = await repository.findRelease(releaseId);
    if (release?.remote !== remote) return { ok: false, reason: 'unknown_release', remote };
  }
  const pins = ReleaseSet.pick({ tenantId: true, channel: true, releases: true }).parse(input);
  const id = releaseSetIdOf(pins);
  const set = ReleaseSet.parse({
    ...pins,
    id,
    createdAt: (input.now ?? (() => new Date()))().toISOString(),
    createdBy: input.createdBy,
    signature: await input.signer.sign(signedPayloadOf(input.tenantId, id)),
  });
  await repository.putSet(set);
  return { ok: true, set };
}
