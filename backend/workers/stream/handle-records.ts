import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { EventPublisher } from '../../platform/events.ts';
import { toTableChange } from './stream-record.ts';
import { toDomainEvent } from './to-domain-events.ts';

/** Tells of a batch. Records are in order, so a failure names the first one: all of them come again from there. */
export async function handleRecords(
  records: readonly DynamoDBRecord[],
  publisher: EventPublisher,
  failed: (error: unknown) => void,
): Promise<DynamoDBBatchResponse> {
  const changes = records.map(toTableChange).filter((change) => change !== undefined);
  const events = changes.map(toDomainEvent).filter((event) => event !== undefined);
  try {
    await publisher.publish(events);
    return { batchItemFailures: [] };
  } catch (error) {
    failed(error);
    return { batchItemFailures: [{ itemIdentifier: records[0]?.dynamodb?.SequenceNumber ?? '' }] };
  }
}
