import { BatchWriteItemCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createHash } from 'node:crypto';
import { createReleaseEntity } from '../../../backend/table/release.ts';
import { createReleaseSummaryEntity } from '../../../backend/table/release-summary.ts';
import type { Table } from '../../../backend/table/client.ts';
import { marshall } from '@aws-sdk/util-dynamodb';
import { aTenant } from '../../../backend/composition/testing/tenant.ts';
import { createTenantProfileEntity } from '../../../backend/table/tenant-profile.ts';

const perBatch = 25;
const atOnce = 16;
const at = '2026-01-01T00:00:00.000Z';
const remotes = ['shell', 'mfe-catalog', 'mfe-checkout', 'mfe-library', 'mfe-admin'];

type Item = Record<string, AttributeValue>;

const itemOf = (write: { params(): unknown }): Item =>
  // Of a put, by ElectroDB's own types.
  marshall((write.params() as { Item: object }).Item, { removeUndefinedValues: true });

function profileOf(table: Table, tenantId: string) {
  const { id: _, flags: __, ...profile } = aTenant();
  return createTenantProfileEntity(table).put({
    ...{ tenantId, profile, flags: {}, defaultStoreId: 'sto_main', priceLists: [], taxRegistrations: [] },
    updatedAt: at,
  });
}

export const putTenant = async (table: Table, tenantId: string): Promise<void> =>
  void (await profileOf(table, tenantId).go());

/** The same keys as real ones have; what a release says of its files is left out, for it would be gigabytes. */
function* itemsOf(table: Table, tenant: string, releases: number): Generator<Item> {
  yield itemOf(profileOf(table, tenant));
  for (let index = 0; index < releases; index += 1) {
    const remote = remotes[index % remotes.length] ?? '';
    const version = `1.${index}.0`;
    const releaseId = `rel_${createHash('sha256').update(`${tenant}/${remote}/${version}`).digest('hex')}`;
    const key = { tenantId: tenant, remote, version, releaseId, state: 'published' } as const;
    yield itemOf(
      createReleaseEntity(table).put({ ...key, reservedAt: at, publishedAt: at, publishedBy: 'bench', build: {} }),
    );
    yield itemOf(createReleaseSummaryEntity(table).put({ ...key, files: 30, bytes: 300_000, at, by: 'bench' }));
  }
}

/** Writes that many tenants' releases into the table; returns the number of items. */
export async function fill(
  table: Table & { client: DynamoDBClient },
  tenants: number,
  releases: number,
): Promise<number> {
  const { client, tableName } = table;
  let written = 0;
  const batches = inBatches(
    (function* () {
      for (let index = 0; index < tenants; index += 1) yield* itemsOf(table, `tenant-${index}`, releases);
    })(),
  );
  const write = async (): Promise<void> => {
    for (const batch of batches) {
      const requests = batch.map((Item) => ({ PutRequest: { Item } }));
      const { UnprocessedItems } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [tableName]: requests } }),
      );
      if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('The table took only a part of a batch');
      written += batch.length;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, write));
  return written;
}

function* inBatches<T>(items: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < perBatch) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
