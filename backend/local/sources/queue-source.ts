import { md5, type MessageStore, type StoredMessage } from '../engines/message-store.ts';
import { accountId } from '../runtime/lambda-context.ts';
import { failedOf, type Invoke, type Source } from './source.ts';
import { createWaker } from './waker.ts';

export interface QueueSourceOptions {
  queue: string;
  functionName: string;
  timeoutMs: number;
  region: string;
  store: MessageStore;
  invoke: Invoke;
  batchSize?: number;
  /** Batches at once. */
  concurrency?: number;
  /** The event of a batch; by default that of an SQS event source mapping. */
  toEvent?(messages: readonly StoredMessage[]): unknown;
}

const idleMs = 500;
const maxBackoffMs = 30_000;

/** An SQS event source mapping: batches in, what succeeded is deleted, what failed comes again, later each time. */
export function startQueueSource(options: QueueSourceOptions): Source {
  const { queue, store } = options;
  const waker = createWaker();
  const off = store.onSent((sent) => sent === queue && waker.wake());
  const running = new Set<Promise<void>>();
  let stopped = false;

  async function handle(messages: readonly StoredMessage[]): Promise<void> {
    const event = options.toEvent?.(messages) ?? toSqsEvent(messages, options.region);
    const outcome = await options.invoke(options.functionName, event, messages[0]?.trace);
    if (stopped && outcome.kind !== 'json') return;
    const failed = failedOf(
      outcome,
      messages.map(({ id }) => id),
    );
    for (const message of messages)
      if (failed.has(message.id)) store.changeVisibility(queue, message.receipt, backoffMs(message.receives));
      else store.remove(queue, message.receipt);
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      if (running.size >= (options.concurrency ?? 2)) await Promise.race(running);
      const messages = stopped
        ? []
        : store.receive(queue, { max: options.batchSize ?? 10, visibilityMs: options.timeoutMs * 6 });
      if (messages.length === 0) await waker.wait(idleMs);
      else {
        const work = handle(messages).finally(() => running.delete(work));
        running.add(work);
      }
    }
  }

  const looping = loop();
  return {
    nudge: () => waker.wake(),
    async stop() {
      stopped = true;
      off();
      waker.wake();
      await looping;
    },
  };
}

const backoffMs = (receives: number): number => Math.min(maxBackoffMs, 100 * 2 ** receives);

export function toSqsEvent(messages: readonly StoredMessage[], region: string): object {
  return {
    Records: messages.map((message) => ({
      messageId: message.id,
      receiptHandle: message.receipt,
      body: message.body,
      attributes: {
        ApproximateReceiveCount: String(message.receives),
        SentTimestamp: String(message.sentAt),
        SenderId: accountId,
        ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
        ...(message.trace ? { AWSTraceHeader: message.trace } : {}),
      },
      messageAttributes: Object.fromEntries(
        Object.entries(message.attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
          name,
          {
            dataType: DataType,
            stringValue: StringValue,
            binaryValue: BinaryValue,
            stringListValues: [],
            binaryListValues: [],
          },
        ]),
      ),
      md5OfBody: md5(message.body),
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:${region}:${accountId}:${message.queue}`,
      awsRegion: region,
    })),
  };
}
