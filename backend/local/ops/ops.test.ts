import { createServer, type RequestListener, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEdgeCache } from '../edge/edge-cache.ts';
import { createMailStore } from '../engines/mail-store.ts';
import { createMessageStore, deadLetterQueueOf, openDatabase } from '../engines/message-store.ts';
import { createTraceStore } from '../engines/trace-store.ts';
import { createMailbox } from '../mailbox/mailbox.ts';
import { createLogBook } from '../runtime/log-book.ts';
import { createOps } from './ops.ts';

const db = openDatabase(':memory:');
const messages = createMessageStore(db, { maxReceives: 5 });
const mail = createMailStore(db);
const traces = createTraceStore();
const logs = createLogBook();
const ran: string[] = [];
const servers: Server[] = [];
let ops: string;
let box: string;

const listen = async (listener: RequestListener) => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
};

beforeAll(async () => {
  const listener = createOps({
    functions: [{ name: 'worker-sweep', entry: '', kind: 'schedule', memoryMb: 1, timeoutMs: 1 }],
    runtime: { pools: () => new Map() },
    engines: { messages, traces },
    logs,
    edgeCache: createEdgeCache({ maxBytes: 1 }),
    viewerFunctions: () => new Map(),
    queues: ['fulfil'],
    runSchedule: (name) => ran.push(name) > 0,
  });
  [ops, box] = [await listen(listener), await listen(createMailbox(mail))];
});
afterAll(() => servers.forEach((server) => server.close().closeAllConnections()));

const get = async (url: string) => {
  const answer = await fetch(url);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

test.each(['/', '/queues', '/traces', '/logs', '/browser', '/edge'])(
  '%s is a page with one heading and its place marked',
  async (path) => {
    const { status, text } = await get(ops + path);
    expect(status).toBe(200);
    expect(text.match(/<h1>/g)).toHaveLength(1);
    expect(text).toMatch(new RegExp(`<a href="${path}"\\s+aria-current="page">`));
  },
);

test('dead letters are shown and sent back by a button, but not by another site', async () => {
  messages.send(deadLetterQueueOf('fulfil'), [{ body: '<script>' }]);
  expect((await get(`${ops}/queues`)).text).toContain('action="/queues/fulfil/redrive"');
  expect((await get(`${ops}/queues/fulfil-dlq`)).text).toContain('&#60;script&#62;');
  const redrive = (origin: string) =>
    fetch(`${ops}/queues/fulfil/redrive`, { method: 'POST', redirect: 'manual', headers: { origin } });
  expect((await redrive('http://evil.test')).status).toBe(403);
  expect((await redrive(ops)).status).toBe(303);
  expect(messages.depth('fulfil').visible).toBe(1);
});

test('a trace is a tree of segments from edge to table', async () => {
  const trace_id = '1-00000000-000000000000000000000001';
  traces.add({
    id: 'e1',
    trace_id,
    name: 'edge',
    start_time: 1,
    end_time: 1.5,
    http: { request: { method: 'GET', url: 'aria/x' } },
  });
  const table = {
    id: 'd1',
    trace_id,
    name: 'DynamoDB',
    start_time: 1.2,
    end_time: 1.3,
    aws: { operation: 'Query', table_name: 'tessera' },
  };
  traces.add({
    id: 'f1',
    trace_id,
    parent_id: 'e1',
    name: 'catalog',
    start_time: 1.1,
    end_time: 1.4,
    fault: true,
    subsegments: [table],
  });
  expect((await get(`${ops}/traces`)).text).toContain('GET aria/x');
  const { text } = await get(`${ops}/traces/${trace_id}`);
  expect(text).toContain('DynamoDB Query tessera · 100 ms');
  expect(text).toContain('class="bar fault"');
  expect((await get(`${ops}/traces/1-none`)).status).toBe(404);
});

test('logs are found by source and text; beacons are read from them', async () => {
  logs.write('catalog', '{"message":"hello"}');
  logs.write('library', 'other');
  const { text } = await get(`${ops}/logs?source=catalog&q=hello`);
  expect(text).toContain('&#34;message&#34;: &#34;hello&#34;');
  expect(text).not.toContain('>other<');
  const vital = { type: 'vital', name: 'LCP', value: 712.5, at: '2026-01-01T00:00:00.000Z' };
  logs.write('session', JSON.stringify({ message: 'browser', tenant: 'aria', releaseSet: 'set_1', browser: vital }));
  expect((await get(`${ops}/browser`)).text).toContain('LCP');
});

test('a schedule is run by its button', async () => {
  expect((await fetch(`${ops}/functions/worker-sweep/run`, { method: 'POST', redirect: 'manual' })).status).toBe(303);
  expect(ran).toEqual(['worker-sweep']);
});

test('mail can be read as text with links and as markup that can do nothing', async () => {
  expect((await get(box)).text).toContain('No mail yet');
  const id = mail.add({
    from: 'a@x.test',
    to: ['Ada <ada@x.test>'],
    subject: 'Reset <b>',
    text: 'go to http://x.test/a?b=1&c=2 now',
    html: '<script>1</script>',
  });
  const list = await get(`${box}/?to=ada@x.test`);
  expect(list.text).toContain(`<a href="/messages/${id}">Reset &#60;b&#62;</a>`);
  expect((await get(`${box}/?to=bob@x.test`)).text).toContain('Nothing was sent to bob@x.test.');
  expect((await get(`${box}/messages/${id}`)).text).toContain('<a href="http://x.test/a?b=1&#38;c=2">');
  const markup = await get(`${box}/messages/${id}/html`);
  expect(markup.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  expect(JSON.parse((await get(`${box}/messages.json?to=ada@x.test`)).text)).toMatchObject([
    { id, subject: 'Reset <b>' },
  ]);
  expect((await get(`${box}/messages/${'0'.repeat(36)}`)).status).toBe(404);
});
