import { z } from 'zod';
import { deadLetterQueueOf, md5, type MessageStore, type NewMessage, type StoredMessage } from './message-store.ts';
import { json, serviceError, type ServiceReply } from './service-reply.ts';

const Attribute = z.object({
  DataType: z.string(),
  StringValue: z.string().exactOptional(),
  BinaryValue: z.string().exactOptional(),
});
const Attributes = z.record(z.string(), Attribute).default({});
const Entry = z.object({
  MessageBody: z.string(),
  DelaySeconds: z.number().default(0),
  MessageAttributes: Attributes,
  MessageSystemAttributes: Attributes,
});
const OfQueue = z.object({ QueueUrl: z.string() });
const SendMessage = OfQueue.extend(Entry.shape);
const SendMessageBatch = OfQueue.extend({
  Entries: z
    .array(Entry.extend({ Id: z.string() }))
    .min(1)
    .max(10),
});
const ReceiveMessage = OfQueue.extend({
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: z.number().default(30),
  WaitTimeSeconds: z.number().max(20).default(0),
});
const DeleteMessage = OfQueue.extend({ ReceiptHandle: z.string() });
const ChangeVisibility = DeleteMessage.extend({ VisibilityTimeout: z.number() });
const DeleteMessageBatch = OfQueue.extend({
  Entries: z
    .array(z.object({ Id: z.string(), ReceiptHandle: z.string() }))
    .min(1)
    .max(10),
});
const Named = z.object({ QueueName: z.string() });

const maxMessageBytes = 1024 * 1024;

export interface SqsApiOptions {
  store: MessageStore;
  queues: readonly string[];
  /** Base of queue addresses. */
  endpoint(): string;
}

/** The part of Amazon SQS (JSON protocol) that our clients speak. */
export function createSqsApi({ store, queues, endpoint }: SqsApiOptions) {
  const known = new Set(queues.flatMap((queue) => [queue, deadLetterQueueOf(queue)]));
  const urlOf = (queue: string): string => `${endpoint()}/000000000000/${queue}`;
  const actions: Record<string, (input: unknown) => ServiceReply | Promise<ServiceReply>> = {
    GetQueueUrl: (input) => withQueue(Named.parse(input).QueueName, (queue) => json({ QueueUrl: urlOf(queue) })),
    CreateQueue(input) {
      const { QueueName } = Named.parse(input);
      known.add(QueueName);
      return json({ QueueUrl: urlOf(QueueName) });
    },
    ListQueues: () => json({ QueueUrls: [...known].map(urlOf) }),
    SendMessage: (input) => {
      const entry = SendMessage.parse(input);
      if (entry.MessageBody.length > maxMessageBytes) return tooLong();
      return withQueue(entry.QueueUrl, (queue) => {
        const [id] = store.send(queue, [toNewMessage(entry)]);
        return json({ MessageId: id, MD5OfMessageBody: md5(entry.MessageBody) });
      });
    },
    SendMessageBatch: (input) => {
      const { Entries, QueueUrl } = SendMessageBatch.parse(input);
      if (Entries.some(({ MessageBody }) => MessageBody.length > maxMessageBytes)) return tooLong();
      return withQueue(QueueUrl, (queue) => {
        const ids = store.send(queue, Entries.map(toNewMessage));
        const Successful = Entries.map(({ Id, MessageBody }, index) => ({
          Id,
          MessageId: ids[index],
          MD5OfMessageBody: md5(MessageBody),
        }));
        return json({ Successful, Failed: [] });
      });
    },
    ReceiveMessage: (input) => {
      const { QueueUrl, MaxNumberOfMessages, VisibilityTimeout, WaitTimeSeconds } = ReceiveMessage.parse(input);
      return withQueue(QueueUrl, async (queue) => {
        const take = () => store.receive(queue, { max: MaxNumberOfMessages, visibilityMs: VisibilityTimeout * 1000 });
        let messages = take();
        if (messages.length === 0 && WaitTimeSeconds > 0) {
          await nextMessage(store, queue, WaitTimeSeconds * 1000);
          messages = take();
        }
        return json({ Messages: messages.map(toWire) });
      });
    },
    DeleteMessage: (input) => {
      const { QueueUrl, ReceiptHandle } = DeleteMessage.parse(input);
      return withQueue(QueueUrl, (queue) => {
        store.remove(queue, ReceiptHandle);
        return json({});
      });
    },
    DeleteMessageBatch: (input) => {
      const { QueueUrl, Entries } = DeleteMessageBatch.parse(input);
      return withQueue(QueueUrl, (queue) => {
        for (const { ReceiptHandle } of Entries) store.remove(queue, ReceiptHandle);
        return json({ Successful: Entries.map(({ Id }) => ({ Id })), Failed: [] });
      });
    },
    ChangeMessageVisibility: (input) => {
      const { QueueUrl, ReceiptHandle, VisibilityTimeout } = ChangeVisibility.parse(input);
      return withQueue(QueueUrl, (queue) =>
        store.changeVisibility(queue, ReceiptHandle, VisibilityTimeout * 1000)
          ? json({})
          : serviceError('MessageNotInflight', 'The message is not in flight.'),
      );
    },
    PurgeQueue: (input) =>
      withQueue(OfQueue.parse(input).QueueUrl, (queue) => {
        store.purge(queue);
        return json({});
      }),
    GetQueueAttributes: (input) =>
      withQueue(OfQueue.parse(input).QueueUrl, (queue) => {
        const { visible, inFlight, delayed } = store.depth(queue);
        const Attributes = {
          ApproximateNumberOfMessages: String(visible),
          ApproximateNumberOfMessagesNotVisible: String(inFlight),
          ApproximateNumberOfMessagesDelayed: String(delayed),
        };
        return json({ Attributes });
      }),
  };
  function withQueue<T>(urlOrName: string, work: (queue: string) => T): T | ServiceReply {
    const queue = urlOrName.slice(urlOrName.lastIndexOf('/') + 1);
    if (known.has(queue)) return work(queue);
    return serviceError('com.amazonaws.sqs#QueueDoesNotExist', `The queue ${queue} does not exist.`);
  }
  return { actions };
}

const tooLong = (): ServiceReply =>
  serviceError('InvalidParameterValue', 'A message must be shorter than 1048576 bytes.');

function toNewMessage(entry: z.infer<typeof Entry>): NewMessage {
  return {
    body: entry.MessageBody,
    attributes: entry.MessageAttributes,
    delayMs: entry.DelaySeconds * 1000,
    trace: entry.MessageSystemAttributes['AWSTraceHeader']?.StringValue,
  };
}

function toWire(message: StoredMessage) {
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt,
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: {
      ApproximateReceiveCount: String(message.receives),
      SentTimestamp: String(message.sentAt),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    },
    MessageAttributes: message.attributes,
  };
}

function nextMessage(store: MessageStore, queue: string, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      off();
      resolve();
    };
    const timer = setTimeout(done, timeoutMs);
    const off = store.onSent((sent) => sent === queue && done());
  });
}
