import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type DynamoDBStreamsClient,
} from '@aws-sdk/client-dynamodb-streams';
import type { Checkpoints } from '../engines/checkpoints.ts';
import type { Source } from './source.ts';
import { toLambdaRecord, type StreamRecord } from './stream-record.ts';
import { createWaker } from './waker.ts';

export interface StreamSourceOptions {
  client: DynamoDBStreamsClient;
  streamArn: string;
  checkpoints: Checkpoints;
  /** Ends only when the batch is done with, one way or the other: then the place in the stream is kept. */
  handle(records: readonly StreamRecord[]): Promise<void>;
  log(line: string): void;
  batchSize?: number;
}

const idleMs = 250;
const retryMs = 1_000;

/** Reads a table's stream shard by shard, from where the last run stopped. */
export function startStreamSource(options: StreamSourceOptions): Source {
  const { client, streamArn, checkpoints } = options;
  const waker = createWaker();
  let stopped = false;
  let iterators = new Map<string, string>();

  async function refreshShards(): Promise<void> {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }));
    for (const { ShardId } of StreamDescription?.Shards ?? [])
      if (ShardId !== undefined && !iterators.has(ShardId) && checkpoints.get(doneKey(ShardId)) === undefined) {
        const iterator = await iteratorOf(ShardId);
        if (iterator) iterators.set(ShardId, iterator);
      }
  }
  const placeKey = (shard: string): string => `${streamArn}/${shard}`;
  const doneKey = (shard: string): string => `${placeKey(shard)}/closed`;

  async function iteratorOf(shard: string): Promise<string | undefined> {
    const place = checkpoints.get(placeKey(shard));
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({
        StreamArn: streamArn,
        ShardId: shard,
        ...(place === undefined
          ? { ShardIteratorType: 'TRIM_HORIZON' as const }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: place }),
      }),
    );
    return ShardIterator;
  }

  /** True where there were records, so that there may be more. */
  async function readShard(shard: string, iterator: string): Promise<boolean> {
    const { Records = [], NextShardIterator } = await client.send(
      new GetRecordsCommand({ ShardIterator: iterator, Limit: options.batchSize ?? 100 }),
    );
    const records = Records.map((record) => toLambdaRecord(record, streamArn));
    if (records.length > 0) await options.handle(records);
    const place = records.at(-1)?.dynamodb.SequenceNumber;
    if (place !== undefined && !stopped) checkpoints.set(placeKey(shard), place);
    if (NextShardIterator) iterators.set(shard, NextShardIterator);
    else {
      iterators.delete(shard);
      if (!stopped) checkpoints.set(doneKey(shard), 'yes');
    }
    return records.length > 0;
  }

  async function loop(): Promise<void> {
    while (!stopped)
      try {
        if (iterators.size === 0) await refreshShards();
        let busy = false;
        for (const [shard, iterator] of iterators) busy = (await readShard(shard, iterator)) || busy;
        if (!busy) await waker.wait(idleMs);
      } catch (error) {
        if (stopped) return;
        options.log(JSON.stringify({ level: 'ERROR', message: 'stream could not be read', error: String(error) }));
        iterators = new Map();
        await waker.wait(retryMs);
      }
  }

  const looping = loop();
  return {
    nudge: () => waker.wake(),
    async stop() {
      stopped = true;
      waker.wake();
      await looping;
    },
  };
}
