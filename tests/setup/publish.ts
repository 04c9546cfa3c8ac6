import { liveChannel } from '@tessera/contracts/channel.ts';
import type { ReleaseSet } from '@tessera/contracts/release.ts';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createReleaseSet } from '../../backend/composition/publish/create-release-set.ts';
import { publishRelease } from '../../backend/composition/publish/publish-release.ts';
import type { DistFiles } from '../../backend/composition/publish/read-build.ts';
import { setChannel } from '../../backend/composition/publish/set-channel.ts';
import { findLiveSet } from '../../backend/composition/registry/find-live-set.ts';
import { createDynamoReleaseRepository } from '../../backend/composition/registry/repository.dynamo.ts';
import { run } from '../../scripts/lib/run.ts';
import { root } from '../../scripts/lib/root.ts';
import { requireAccess } from './access.ts';

export interface Published {
  setId: string;
  /** Puts back what was live before. */
  undo(): Promise<void>;
}

export interface PublishOptions {
  /** Remote → release id to fall back to; what was live before where this is not given. */
  fallbacks?: Pins;
}

type Pins = Readonly<Record<string, string>>;

/** Publishes builds to one shop in place of its own, and waits until visitors get them. */
export async function publishTo(
  tenantId: string,
  dists: readonly (string | DistFiles)[],
  options: PublishOptions = {},
): Promise<Published> {
  const { releases } = await requireLiveSet(tenantId);
  return pinTo(tenantId, { ...releases, ...(await publishOnly(tenantId, dists)) }, options);
}

/** Publishes builds that no visitor gets yet: remote → release id. */
export async function publishOnly(tenantId: string, dists: readonly (string | DistFiles)[]): Promise<Pins> {
  const { table, s3, signer } = requireAccess();
  const releases: Record<string, string> = {};
  for (const dist of dists) {
    const result = await publishRelease({ tenantId, dist, publishedBy: 'test', s3, table, signer });
    if (!result.ok) throw new Error(`not published: ${JSON.stringify(result)}`);
    releases[result.remote] = result.releaseId;
  }
  return releases;
}

/** Makes a set of published releases live, and waits until visitors get it. */
export async function pinTo(tenantId: string, releases: Pins, options: PublishOptions = {}): Promise<Published> {
  const { table, signer } = requireAccess();
  const before = await requireLiveSet(tenantId);
  const made = await createReleaseSet({
    ...{ tenantId, channel: liveChannel, releases, createdBy: 'test' },
    ...{ table, signer, ...options },
  });
  if (!made.ok) throw new Error(made.reason);
  const goLive = async (setId: string): Promise<void> => {
    await setChannel({ tenantId, channel: liveChannel, setId, movedBy: 'test', table });
    await untilLive(tenantId, setId);
  };
  await goLive(made.set.id);
  return { setId: made.set.id, undo: () => goLive(before.id) };
}

/** What a shop's visitors get now. */
export async function requireLiveSet(tenantId: string): Promise<ReleaseSet> {
  const repository = createDynamoReleaseRepository(requireAccess().table, tenantId);
  const set = await findLiveSet(repository);
  if (!set) throw new Error(`nothing is live for ${tenantId}`);
  return set;
}

async function untilLive(tenantId: string, setId: string): Promise<void> {
  const origin = `http://${tenantId}.localhost:${process.env['TESSERA_PORT']}`;
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${origin}/offline`);
    await answer.body?.cancel();
    if (answer.headers.get('x-tessera-release') === setId) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${setId} did not go live for ${tenantId}`);
}

/** Builds a remote of `tests/fixtures` into a folder of its own. */
export async function buildFixture(name: string): Promise<{ dist: string; remove(): Promise<void> }> {
  const dist = await mkdtemp(path.join(tmpdir(), `tessera-${name}-`));
  const version = `9.0.0-${createHash('sha256').update(dist).digest('hex').slice(0, 12)}`;
  const { code, output } = await run(
    process.execPath,
    ['packages/federation/src/vite/build-cli.ts', path.join(root, 'tests/fixtures', name), '--out', dist],
    { env: { TESSERA_VERSION: version } },
  );
  if (code !== 0) throw new Error(output);
  return { dist, remove: () => rm(dist, { recursive: true, force: true }) };
}
