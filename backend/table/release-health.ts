import { QueryCommand, UpdateItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Table } from './client.ts';

/** How much each number of a release grows. */
export type Growth = Readonly<Record<string, number>>;

export interface HealthMinute {
  /** Start of the minute, e.g. `2026-11-01T12:05`. */
  minute: string;
  numbers: Growth;
}

/** Parts that a minute's numbers are spread over, so that a busy release is not one hot item. */
const shards = 4;
const keptSeconds = 3 * 24 * 3600;

const pkOf = (tenantId: string, remote: string, releaseId: string) =>
  `TENANT#${tenantId}#HEALTH#${remote}#${releaseId}`;
const minuteOf = (at: Date) => at.toISOString().slice(0, 16);

/**
 * Numbers of releases by minute. Their names are not known beforehand (bins, reasons), and each write only adds, so this
 * is no entity.
 */
export function createReleaseHealth({ client, tableName }: Table, tenantId: string) {
  return {
    /** `spread` decides the part: the same page view always has the same. */
    async add(
      release: { remote: string; releaseId: string },
      growth: Growth,
      { at, spread }: { at: Date; spread: number },
    ) {
      const names = Object.keys(growth);
      await client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: {
            pk: { S: pkOf(tenantId, release.remote, release.releaseId) },
            sk: { S: `MINUTE#${minuteOf(at)}#${spread % shards}` },
          },
          UpdateExpression: `SET #ttl = :ttl ADD ${names.map((_, index) => `#n${index} :n${index}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries([
            ['#ttl', 'ttl'],
            ...names.map((name, index) => [`#n${index}`, name] as const),
          ]),
          ExpressionAttributeValues: Object.fromEntries([
            [':ttl', { N: String(Math.floor(at.getTime() / 1000) + keptSeconds) }],
            ...names.map((name, index) => [`:n${index}`, { N: String(growth[name]) }] as const),
          ]),
        }),
      );
    },

    /** The minutes in which anything was seen, oldest first, each as often as it has parts. */
    async read(
      release: { remote: string; releaseId: string },
      span: { from: Date; until: Date },
    ): Promise<HealthMinute[]> {
      const found: HealthMinute[] = [];
      let next: Record<string, AttributeValue> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: tableName,
            KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
            ExpressionAttributeValues: {
              ':pk': { S: pkOf(tenantId, release.remote, release.releaseId) },
              ':from': { S: `MINUTE#${minuteOf(span.from)}` },
              ':until': { S: `MINUTE#${minuteOf(span.until)}$` },
            },
            ...(next ? { ExclusiveStartKey: next } : {}),
          }),
        );
        found.push(...Items.map(toMinute));
        next = LastEvaluatedKey;
      } while (next);
      return found;
    },
  };
}

export type ReleaseHealthTable = ReturnType<typeof createReleaseHealth>;

const notNumbers = new Set(['pk', 'sk', 'ttl']);

function toMinute(item: Record<string, AttributeValue>): HealthMinute {
  const numbers = Object.entries(item).flatMap(([name, { N }]) =>
    N === undefined || notNumbers.has(name) ? [] : [[name, Number(N)] as const],
  );
  return {
    minute: (item['sk']?.S ?? '').slice('MINUTE#'.length, 'MINUTE#'.length + 16),
    numbers: Object.fromEntries(numbers),
  };
}
