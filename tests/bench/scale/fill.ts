import { createHash } from 'node:crypto';
import { aTenant } from '../../../backend/composition/testing/tenant.ts';
import type { Table } from '../../../backend/table/client.ts';
import { createReleaseSummaryEntity } from '../../../backend/table/release-summary.ts';
import { createReleaseEntity } from '../../../backend/table/release.ts';
import { createTenantProfileEntity } from '../../../backend/table/tenant-profile.ts';

const tenantsAtOnce = 8;
const batchesAtOnce = 4;
const at = '2026-01-01T00:00:00.000Z';
const remotes = ['shell', 'mfe-catalog', 'mfe-checkout', 'mfe-library', 'mfe-admin'];

export async function putTenant(table: Table, tenantId: string): Promise<void> {
  const { id: _, flags: __, ...profile } = aTenant();
  await createTenantProfileEntity(table)
    .put({
      ...{ tenantId, profile, flags: {}, defaultStoreId: 'sto_main', priceLists: [], taxRegistrations: [] },
      updatedAt: at,
    })
    .go();
}

/** The same keys as real ones have; what a release says of its files is left out, for it would be gigabytes. */
async function putReleases(table: Table, tenantId: string, count: number): Promise<void> {
  const releases = Array.from({ length: count }, (_, index) => {
    const remote = remotes[index % remotes.length] ?? '';
    const version = `1.${index}.0`;
    const releaseId = `rel_${createHash('sha256').update(`${tenantId}/${remote}/${version}`).digest('hex')}`;
    return { tenantId, remote, version, releaseId, state: 'published' as const };
  });
  const written = await Promise.all([
    createReleaseEntity(table)
      .put(releases.map((one) => ({ ...one, reservedAt: at, publishedAt: at, publishedBy: 'bench', build: {} })))
      .go({ concurrent: batchesAtOnce }),
    createReleaseSummaryEntity(table)
      .put(releases.map((one) => ({ ...one, files: 30, bytes: 300_000, at, by: 'bench' })))
      .go({ concurrent: batchesAtOnce }),
  ]);
  if (written.some(({ unprocessed }) => unprocessed.length > 0))
    throw new Error('The table took only a part of a batch');
}

/** Writes that many tenants and their releases into the table; returns the number of items. */
export async function fill(table: Table, tenants: number, releases: number): Promise<number> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < tenants) {
      const tenantId = `tenant-${next}`;
      next += 1;
      await Promise.all([putTenant(table, tenantId), putReleases(table, tenantId, releases)]);
    }
  };
  await Promise.all(Array.from({ length: tenantsAtOnce }, work));
  return tenants * (1 + 2 * releases);
}
