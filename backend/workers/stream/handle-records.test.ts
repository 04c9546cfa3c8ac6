import type { DomainEvent } from '@tessera/contracts/events.ts';
import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { handleRecords } from './handle-records.ts';

const record = (sequence: string, pk: string, sk: string): DynamoDBRecord => ({
  eventID: `id-${sequence}`,
  eventName: 'INSERT',
  dynamodb: {
    SequenceNumber: sequence,
    ApproximateCreationDateTime: 1_793_534_400,
    Keys: { pk: { S: pk }, sk: { S: sk } },
    NewImage: { pk: { S: pk }, sk: { S: sk }, state: { S: 'pending' }, revision: { N: '1' } },
  },
});
const records = [
  record('1', 'TENANT#aria#ORDER#ord_1', 'ORDER'),
  record('2', 'TENANT#aria#RATE#x', '60'),
  record('3', 'TENANT#aria#WORK#wrk_1', 'WORK'),
];

test('publishes what changed, in order', async () => {
  const published: DomainEvent[] = [];
  const publisher = { publish: async (events: readonly DomainEvent[]) => void published.push(...events) };
  expect(await handleRecords(records, publisher, () => undefined)).toEqual({ batchItemFailures: [] });
  expect(published.map(({ type, id }) => [type, id])).toEqual([
    ['order.placed', 'evt_id-1'],
    ['work.changed', 'evt_id-3'],
  ]);
});

test('a bus that refuses makes the whole batch come again', async () => {
  const errors: unknown[] = [];
  const publisher = { publish: () => Promise.reject(new Error('throttled')) };
  const answer = await handleRecords(records, publisher, (error) => errors.push(error));
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
  expect(errors).toHaveLength(1);
});
