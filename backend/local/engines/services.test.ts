import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMailStore } from './mail-store.ts';
import { createMessageStore, deadLetterQueueOf, openDatabase, type MessageStore } from './message-store.ts';
import { startServices, type Services } from './services.ts';

let clock = 0;
let services: Services;
let store: MessageStore;
let sqs: SQSClient;
let events: EventBridgeClient;

beforeAll(async () => {
  const db = openDatabase(':memory:');
  store = createMessageStore(db, { maxReceives: 2, now: () => Date.now() + clock });
  services = await startServices({
    store,
    mail: createMailStore(db),
    rules: { audit: ['*'], index: ['work.changed'] },
    moreQueues: ['plain'],
    bus: 'tessera',
    region: 'eu-central-1',
    runtime: () => undefined,
  });
  const config = {
    endpoint: services.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  };
  sqs = new SQSClient(config);
  events = new EventBridgeClient(config);
});
afterAll(() => services.stop());

const urlOf = async (queue: string) => (await sqs.send(new GetQueueUrlCommand({ QueueName: queue }))).QueueUrl ?? '';
const receive = async (QueueUrl: string, more: object = {}) =>
  (await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 5, ...more })))
    .Messages ?? [];

test('what was sent is received in order with its attributes, once, and is gone when deleted', async () => {
  const QueueUrl = await urlOf('plain');
  await sqs.send(
    new SendMessageCommand({
      QueueUrl,
      MessageBody: 'one',
      MessageAttributes: { k: { DataType: 'String', StringValue: 'v' } },
    }),
  );
  await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl,
      Entries: [
        { Id: '1', MessageBody: 'two' },
        { Id: '2', MessageBody: 'ü' },
      ],
    }),
  );
  const messages = await receive(QueueUrl, { MessageAttributeNames: ['All'] });
  expect(messages.map(({ Body }) => Body)).toEqual(['one', 'two', 'ü']);
  expect(messages[0]?.MessageAttributes?.['k']?.StringValue).toBe('v');
  expect(await receive(QueueUrl)).toEqual([]);
  for (const { ReceiptHandle } of messages) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  expect(store.depth('plain')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
});

test('what is not deleted comes again, and after its last chance lies in the dead-letter queue', async () => {
  const QueueUrl = await urlOf('plain');
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'stubborn' }));
  expect(await receive(QueueUrl)).toHaveLength(1);
  clock += 6_000;
  const [again] = await receive(QueueUrl);
  await sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: again?.ReceiptHandle, VisibilityTimeout: 0 }),
  );
  expect(await receive(QueueUrl)).toEqual([]);
  const dead = await receive(await urlOf(deadLetterQueueOf('plain')), { AttributeNames: ['All'] });
  expect(dead).toMatchObject([{ Body: 'stubborn', Attributes: { ApproximateReceiveCount: '3' } }]);
  expect(store.redrive('plain')).toBe(1);
  expect((await receive(QueueUrl)).map(({ Body }) => Body)).toEqual(['stubborn']);
  store.purge('plain');
});

test('a delayed message waits, and a long poll ends as soon as one arrives', async () => {
  const QueueUrl = await urlOf('plain');
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'later', DelaySeconds: 60 }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  expect(Attributes).toMatchObject({ ApproximateNumberOfMessagesDelayed: '1', ApproximateNumberOfMessages: '0' });
  const waiting = receive(QueueUrl, { WaitTimeSeconds: 10 });
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'now' }));
  expect((await waiting).map(({ Body }) => Body)).toEqual(['now']);
  store.purge('plain');
});

test('an unknown queue and a message above 1 MB are refused by name', async () => {
  await expect(urlOf('nobody')).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  const QueueUrl = await urlOf('plain');
  const tooLong = sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x'.repeat(1_100_000) }));
  await expect(tooLong).rejects.toMatchObject({ name: 'InvalidParameterValue' });
});

test('events reach the queues of their rules in the envelope that targets get', async () => {
  const entry = { EventBusName: 'tessera', Source: 'tessera', Detail: '{"workId":"wrk_1"}' };
  const { FailedEntryCount, Entries } = await events.send(
    new PutEventsCommand({
      Entries: [
        { ...entry, DetailType: 'work.changed', TraceHeader: 'Root=1-00000000-000000000000000000000000' },
        { ...entry, DetailType: 'order.paid' },
        { ...entry, DetailType: 'order.paid', Detail: 'no json' },
        { ...entry, DetailType: 'order.paid', EventBusName: 'other' },
      ],
    }),
  );
  expect(FailedEntryCount).toBe(1);
  expect(Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([undefined, undefined, 'MalformedDetail', undefined]);
  const [indexed] = store.receive('index', { max: 10, visibilityMs: 1000 });
  expect(JSON.parse(indexed?.body ?? '')).toMatchObject({
    version: '0',
    'detail-type': 'work.changed',
    source: 'tessera',
    account: '000000000000',
    detail: { workId: 'wrk_1' },
  });
  expect(indexed?.trace).toContain('Root=1-');
  expect(store.receive('audit', { max: 10, visibilityMs: 1000 })).toHaveLength(2);
});

test('what no service knows is an error in the SDK’s words', async () => {
  const answer = await fetch(services.endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': 'AmazonSQS.Nothing' },
    body: '{}',
  });
  expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([404, 'UnknownOperationException']);
  const invalid = await fetch(services.endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': 'AmazonSQS.SendMessage' },
    body: '{',
  });
  expect([invalid.status, invalid.headers.get('x-amzn-errortype')]).toEqual([400, 'SerializationException']);
});
