import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  paginateScan,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { createHash } from 'node:crypto';
import { aTenant } from '../../../backend/composition/testing/tenant.ts';
import type { Table } from '../../../backend/table/client.ts';
import { createReleaseSummaryEntity } from '../../../backend/table/release-summary.ts';
import { createReleaseEntity } from '../../../backend/table/release.ts';
import { createTenantProfileEntity } from '../../../backend/table/tenant-profile.ts';

const perBatch = 25;
const atOnce = 8;
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

/**
 * Writes tenants, each with as many releases, into the table: copies of one under other names. Keys are as real ones;
 * what a release says of its files is left out, for it would be gigabytes. Returns the number of items.
 */
export async function fill(
  { client, tableName }: Table & { client: DynamoDBClient },
  tenants: number,
  releases: number,
): Promise<number> {
  const model = 'tenant-model';
  await putTenant({ client, tableName }, model);
  await putReleases({ client, tableName }, model, releases);
  const items: Record<string, AttributeValue>[] = [];
  const scan = {
    TableName: tableName,
    FilterExpression: 'tenantId = :tenant',
    ExpressionAttributeValues: { ':tenant': { S: model } },
  };
  for await (const { Items = [] } of paginateScan({ client }, scan)) items.push(...Items);
  if (items.length !== 1 + 2 * releases) throw new Error(`The model has ${items.length} items`);
  const batches = Array.from({ length: Math.ceil(items.length / perBatch) }, (_, index) =>
    JSON.stringify(items.slice(index * perBatch, (index + 1) * perBatch).map((Item) => ({ PutRequest: { Item } }))),
  );
  let next = 1;
  const work = async (): Promise<void> => {
    for (let at = next++; at < tenants; at = next++)
      for (const batch of batches) {
        const requests = JSON.parse(batch.replaceAll(model, `tenant-${at}`)) as WriteRequest[];
        const { UnprocessedItems } = await client.send(
          new BatchWriteItemCommand({ RequestItems: { [tableName]: requests } }),
        );
        if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('The table took a part of a batch');
      }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return tenants * items.length;
}

async function putReleases(table: Table, tenantId: string, count: number): Promise<void> {
  const releases = Array.from({ length: count }, (_, index) => {
    const remote = remotes[index % remotes.length] ?? '';
    const version = `1.${index}.0`;
    const releaseId = `rel_${createHash('sha256').update(`${tenantId}/${remote}/${version}`).digest('hex')}`;
    return { tenantId, remote, version, releaseId, state: 'published' as const };
  });
  await createReleaseEntity(table)
    .put(releases.map((one) => ({ ...one, reservedAt: at, publishedAt: at, publishedBy: 'bench', build: {} })))
    .go();
  await createReleaseSummaryEntity(table)
    .put(releases.map((one) => ({ ...one, files: 30, bytes: 300_000, at, by: 'bench' })))
    .go();
}
