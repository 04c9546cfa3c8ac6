import { setTimeout as delay } from 'node:timers/promises';
import { deadLetterQueueOf, type MessageStore } from '../engines/message-store.ts';
import { failedOf, type Invoke } from './source.ts';
import type { StreamRecord } from './stream-record.ts';

export interface StreamBatchOptions {
  functionName: string;
  /** Records that failed for good wait in this queue's dead-letter queue. */
  queue: string;
  store: MessageStore;
  invoke: Invoke;
  attempts?: number;
  signal: AbortSignal;
}

/**
 * Brings records to their function in order: a failing batch is tried again from its first failed record, then halved,
 * until the one record that cannot be handled stands alone and is set aside.
 */
export async function deliverBatch(options: StreamBatchOptions, records: readonly StreamRecord[]): Promise<void> {
  let rest = records;
  for (let attempt = 1; rest.length > 0; attempt += 1) {
    rest = await deliverOnce(options, rest);
    if (rest.length === 0) return;
    if (attempt >= (options.attempts ?? 3)) break;
    await delay(100 * 2 ** attempt, undefined, { signal: options.signal });
  }
  if (rest.length === 1) {
    options.store.send(deadLetterQueueOf(options.queue), [{ body: JSON.stringify({ Records: rest }) }]);
    return;
  }
  const half = Math.ceil(rest.length / 2);
  await deliverBatch(options, rest.slice(0, half));
  await deliverBatch(options, rest.slice(half));
}

/** What is still to be delivered. */
async function deliverOnce(
  options: StreamBatchOptions,
  records: readonly StreamRecord[],
): Promise<readonly StreamRecord[]> {
  const ids = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
  const failed = failedOf(await options.invoke(options.functionName, { Records: records }), ids);
  options.signal.throwIfAborted();
  const first = ids.findIndex((id) => failed.has(id));
  return first < 0 ? [] : records.slice(first);
}
