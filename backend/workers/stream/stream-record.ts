import { unmarshallDynamoDB } from '@aws-lambda-powertools/commons/utils/unmarshallDynamoDB';
import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { z } from 'zod';
import type { TableChange } from './to-domain-events.ts';

export function toTableChange(record: DynamoDBRecord): TableChange | undefined {
  const { eventID, eventName, dynamodb } = record;
  const { pk, sk } = plain(dynamodb?.Keys);
  if (!eventID || !eventName || typeof pk !== 'string' || typeof sk !== 'string') return undefined;
  return {
    id: eventID,
    at: new Date((dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString(),
    kind: eventName,
    pk,
    sk,
    before: plain(dynamodb?.OldImage),
    after: plain(dynamodb?.NewImage),
  };
}

/** The stream's JSON, which two type packages spell differently. */
type Image = Parameters<typeof unmarshallDynamoDB>[0];

const plain = (image: Record<string, AttributeValue> = {}): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(unmarshallDynamoDB(image as Image));
