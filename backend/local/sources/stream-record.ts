import type { AttributeValue, _Record } from '@aws-sdk/client-dynamodb-streams';

type Item = Record<string, unknown>;

/** One change as Lambda hands it to a function: binary in base64, time in seconds. */
export interface StreamRecord {
  eventID: string;
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  eventVersion: string;
  eventSource: 'aws:dynamodb';
  awsRegion: string;
  eventSourceARN: string;
  userIdentity?: { type: string; principalId: string };
  dynamodb: {
    ApproximateCreationDateTime: number;
    Keys: Item;
    NewImage?: Item;
    OldImage?: Item;
    SequenceNumber: string;
    SizeBytes: number;
    StreamViewType: string;
  };
}

export function toLambdaRecord(record: _Record, eventSourceARN: string): StreamRecord {
  const change = record.dynamodb;
  return {
    eventID: record.eventID ?? '',
    eventName: record.eventName ?? 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: eventSourceARN.split(':')[3] ?? '',
    eventSourceARN,
    ...(record.userIdentity
      ? { userIdentity: { type: record.userIdentity.Type ?? '', principalId: record.userIdentity.PrincipalId ?? '' } }
      : {}),
    dynamodb: {
      ApproximateCreationDateTime: (change?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000,
      Keys: toItem(change?.Keys ?? {}),
      ...(change?.NewImage ? { NewImage: toItem(change.NewImage) } : {}),
      ...(change?.OldImage ? { OldImage: toItem(change.OldImage) } : {}),
      SequenceNumber: change?.SequenceNumber ?? '',
      SizeBytes: change?.SizeBytes ?? 0,
      StreamViewType: change?.StreamViewType ?? 'NEW_AND_OLD_IMAGES',
    },
  };
}

const toItem = (image: Record<string, AttributeValue>): Item =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, toJson(value)]));

function toJson(value: AttributeValue): unknown {
  if (value.B !== undefined) return { B: base64(value.B) };
  if (value.BS !== undefined) return { BS: value.BS.map(base64) };
  if (value.L !== undefined) return { L: value.L.map(toJson) };
  if (value.M !== undefined) return { M: toItem(value.M) };
  return value;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
