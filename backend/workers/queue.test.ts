import type { SQSRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { handleMessages, handleTogether } from './queue.ts';

const event = {
  id: 'evt_1',
  type: 'order.paid',
  tenantId: 'aria',
  at: '2026-11-01T12:00:00.000Z',
  detail: { orderId: 'ord_1' },
};
const message = (messageId: string, body: unknown): SQSRecord => ({
  messageId,
  receiptHandle: '',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  attributes: { ApproximateReceiveCount: '1', SentTimestamp: '', SenderId: '', ApproximateFirstReceiveTimestamp: '' },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: '',
});

test('only what failed comes again', async () => {
  const handled: string[] = [];
  const records = [
    message('1', { detail: event }),
    message('2', 'not json'),
    message('3', { detail: { ...event, type: 'order.unknown' } }),
    message('4', { detail: { ...event, id: 'evt_2' } }),
  ];
  const failed: string[] = [];
  const answer = await handleMessages(
    records,
    async ({ id }) => {
      if (id === 'evt_2') throw new Error('later');
      handled.push(id);
    },
    (_, id) => failed.push(id),
  );
  expect(handled).toEqual(['evt_1']);
  expect(answer.batchItemFailures).toEqual(['2', '3', '4'].map((itemIdentifier) => ({ itemIdentifier })));
  expect(failed.sort()).toEqual(['2', '3', '4']);
});

test('a batch is handed over whole; one that cannot be handled does not take the others with it', async () => {
  const calls: string[][] = [];
  const handle = async (events: readonly { id: string }[]) => {
    calls.push(events.map(({ id }) => id));
    if (events.some(({ id }) => id === 'evt_2')) throw new Error('later');
  };
  const good = [message('1', { detail: event }), message('2', { detail: { ...event, id: 'evt_3' } })];
  expect(await handleTogether(good, handle, () => undefined)).toEqual({ batchItemFailures: [] });
  expect(calls).toEqual([['evt_1', 'evt_3']]);
  const bad = [...good, message('3', { detail: { ...event, id: 'evt_2' } }), message('4', 'not json')];
  const answer = await handleTogether(bad, handle, () => undefined);
  expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['3', '4']);
});
