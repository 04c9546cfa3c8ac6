import { createTestTable } from '../../../tests/setup/table.ts';
import { createTenantProfileEntity } from '../../table/tenant-profile.ts';
import type { Table } from '../../table/client.ts';
import { createReleaseSet } from '../publish/create-release-set.ts';
import { publishRelease } from '../publish/publish-release.ts';
import type { DistFiles } from '../publish/read-build.ts';
import { setChannel } from '../publish/set-channel.ts';
import { createTestBucket } from './bucket.ts';
import { shopDists } from './dist.ts';
import { createTestKeys, type TestKeys } from './keys.ts';
import { aTenant } from './tenant.ts';

export interface World {
  table: Table;
  s3: Awaited<ReturnType<typeof createTestBucket>>;
  keys: TestKeys;
  tenantId: string;
  publish(dist: DistFiles, publishedBy?: string): Promise<string>;
  /** Publishes the dists, pins them and points `live` at the set. */
  goLive(dists?: readonly DistFiles[], publishedBy?: string): Promise<string>;
  stop(): Promise<void>;
}

/** A tenant with a table and keys of its own, or beside another; object stores are content-addressed, so tests can share one. */
export async function createWorld(
  shared: Partial<Pick<World, 's3' | 'table' | 'keys' | 'tenantId'>> = {},
): Promise<World> {
  const { tenantId = 'aria' } = shared;
  const [table, s3, keys] = await Promise.all([
    shared.table ?? createTestTable(),
    shared.s3 ?? createTestBucket(),
    shared.keys ?? createTestKeys(),
  ]);
  const { id: _, flags: __, ...profile } = aTenant();
  await createTenantProfileEntity(table)
    .put({
      tenantId,
      profile,
      flags: { chat: { enabled: true, version: 1, description: 'Help chat' } },
      defaultStoreId: 'sto_main',
      priceLists: [],
      taxRegistrations: [],
      updatedAt: '2026-01-01T00:00:00.000Z',
    })
    .go();

  const publish: World['publish'] = async (dist, publishedBy = 'test') => {
    const result = await publishRelease({ tenantId, dist, publishedBy, s3, table, signer: keys.signer });
    if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
    return result.releaseId;
  };
  return {
    table,
    s3,
    keys,
    tenantId,
    publish,
    async goLive(dists = shopDists(), publishedBy?: string) {
      const releases: Record<string, string> = {};
      for (const dist of dists) releases[nameOf(dist)] = await publish(dist, publishedBy);
      const created = await createReleaseSet({
        tenantId,
        channel: 'live',
        releases,
        createdBy: 'test',
        table,
        signer: keys.signer,
      });
      if (!created.ok) throw new Error(created.reason);
      const moved = await setChannel({ tenantId, channel: 'live', setId: created.set.id, movedBy: 'test', table });
      if (!moved.ok) throw new Error(moved.reason);
      return created.set.id;
    },
    stop: () => (shared.s3 ? Promise.resolve() : s3.stop()),
  };
}

function nameOf(dist: DistFiles): string {
  const build: unknown = JSON.parse(Buffer.from(dist.get('tessera.json') ?? '{}').toString());
  const { manifest } = build as { manifest: { name: string } };
  return manifest.name;
}
