import { routeConflicts } from '@tessera/contracts/check-build.ts';
import { platformTenant, ReleaseSet, RemoteBuild } from '@tessera/contracts/release.ts';
import type { Table } from '../../table/client.ts';
import { findLiveSet } from '../registry/find-live-set.ts';
import { createDynamoReleaseRepository } from '../registry/repository.dynamo.ts';
import type { ReleaseRepository, StoredRelease } from '../registry/repository.ts';
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
  | { ok: false; reason: 'unknown_release'; remote: string }
  /** Two remotes answer the same addresses, or the tenant has another release under the version of one that all have. */
  | { ok: false; reason: 'routes_taken' | 'version_taken'; remote: string; detail: string };

/** Pins one published release per remote, and what each falls back to. The same pins give the same set. */
export async function createReleaseSet(input: CreateReleaseSetInput): Promise<CreateReleaseSetResult> {
  const { tenantId, releases } = input;
  if (!releases['shell']) return { ok: false, reason: 'no_shell' };
  const repository = createDynamoReleaseRepository(input.table, tenantId);
  const found: StoredRelease[] = [];
  for (const [remote, releaseId] of [...Object.entries(releases), ...Object.entries(input.fallbacks ?? {})]) {
    const release = await repository.findRelease(releaseId);
    if (release?.remote !== remote) return { ok: false, reason: 'unknown_release', remote };
    found.push(release);
  }
  const conflict = (await findShadowed(found, repository)) ?? findConflict(found);
  if (conflict) return { ok: false, ...conflict };
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

/** The addresses of a release that all tenants have lead to the tenant's own files, where it has that version too. */
async function findShadowed(found: readonly StoredRelease[], repository: ReleaseRepository) {
  for (const { tenantId, remote, version, releaseId } of found) {
    if (tenantId !== platformTenant) continue;
    const own = await repository.findVersion(remote, version);
    if (own && own.releaseId !== releaseId)
      return { reason: 'version_taken' as const, remote, detail: `${remote} ${version} is another release here` };
  }
  return undefined;
}

/** Each was alone with its addresses when it was published; two that came to be since may not be live together. */
function findConflict(found: readonly StoredRelease[]) {
  const remotes = found.map(({ remote, build }) => ({
    remote,
    routes: RemoteBuild.safeParse(build).data?.manifest.routes ?? [],
  }));
  for (const own of remotes) {
    const [conflict] = routeConflicts(own, remotes);
    if (conflict)
      return { reason: 'routes_taken' as const, remote: own.remote, detail: `${own.remote} ${conflict.message}` };
  }
  return undefined;
}
