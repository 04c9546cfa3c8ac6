import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogBook } from './log-book.ts';
import { createRuntime, type Runtime } from './runtime.ts';

const bundles: Record<string, string> = {
  echo: `export const handler = async (event, context) => ({ event, secret: process.env.SECRET, home: process.env.HOME,
    name: context.functionName, left: context.getRemainingTimeInMillis(), id: context.awsRequestId, trace: process.env._X_AMZN_TRACE_ID })`,
  http: `export const handler = async () => ({ statusCode: 201, headers: { 'X-A': 1 }, cookies: ['a=1'], body: 'aGk=', isBase64Encoded: true })`,
  hang: `export const handler = () => new Promise(() => {})`,
  exit: `export const handler = () => process.exit(3)`,
  crash: `export const handler = () => new Promise(() => setTimeout(() => { throw new RangeError('late') }))`,
  throws: `export const handler = async () => { throw new TypeError('no') }`,
  count: `let n = 0; export const handler = async () => { console.log(JSON.stringify({ n })); await new Promise(r => setTimeout(r, 30)); return ++n }`,
  big: `export const handler = async () => 'x'.repeat(7 * 1024 * 1024)`,
  broken: `throw new Error('at import')`,
  stream: `export const handler = awslambda.streamifyResponse(async (event, stream) => {
    stream = awslambda.HttpResponseStream.from(stream, { statusCode: 202, headers: { 'content-type': 'text/plain' }, cookies: ['b=2'] });
    stream.write('first;'); await new Promise(r => setTimeout(r, 100)); stream.write('last'); stream.end() })`,
  flood: `export const handler = awslambda.streamifyResponse(async (event, stream) => {
    let n = 0; for (let i = 0; i < 100; i++) { if (!stream.write(Buffer.alloc(64 * 1024))) await new Promise(r => stream.once('drain', r)); n = i; console.log('wrote ' + n) }
    stream.end() })`,
  lookup: `import dns from 'node:dns'; export const handler = () => new Promise((r, x) => dns.lookup('shop.localhost', (e, a) => e ? x(e) : r(a)))`,
};

const dir = mkdtempSync(path.join(tmpdir(), 'runtime-'));
const logs = createLogBook();
let runtime: Runtime;

beforeAll(() => {
  for (const [name, code] of Object.entries(bundles)) {
    mkdirSync(path.join(dir, name));
    writeFileSync(path.join(dir, name, 'index.mjs'), code);
  }
  runtime = createRuntime({
    functions: Object.keys(bundles).map((name) => ({ name, entry: '', kind: 'invoke', memoryMb: 64, timeoutMs: 700 })),
    distDir: dir,
    region: 'eu-central-1',
    environmentsPerFunction: 2,
    envOf: () => ({ SECRET: 'given' }),
    logs,
  });
});
afterAll(async () => {
  await runtime.close();
  rmSync(dir, { recursive: true });
});

const json = (name: string, event: unknown = {}) => runtime.invoke(name, event, { answer: 'json' });

test('a function sees its event, its context and only the environment it was given', async () => {
  const outcome = await runtime.invoke('echo', { a: 1 }, { answer: 'json', requestId: 'r-1' });
  expect(outcome.kind).toBe('json');
  const result: unknown = JSON.parse(outcome.kind === 'json' ? outcome.payload : 'null');
  expect(result).toMatchObject({ event: { a: 1 }, secret: 'given', name: 'echo', id: 'r-1' });
  expect(result).not.toHaveProperty('home');
  expect(result).toHaveProperty('trace', expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=/));
});

test('an http answer arrives as status, headers, cookies and bytes', async () => {
  const outcome = await runtime.invoke('http', {}, { answer: 'http' });
  expect(outcome).toMatchObject({ kind: 'http', head: { status: 201, headers: { 'x-a': '1' }, cookies: ['a=1'] } });
  expect(outcome.kind === 'http' && Buffer.from(outcome.body).toString()).toBe('hi');
});

test('a function that hangs is ended at its timeout and replaced', async () => {
  expect(await json('hang')).toEqual({ kind: 'timeout', afterMs: 700 });
  expect(await json('hang')).toEqual({ kind: 'timeout', afterMs: 700 });
  expect(runtime.pools().get('hang')?.stats.coldStarts).toBe(2);
});

test.each([
  ['exit', 'Runtime.ExitError'],
  ['crash', 'RangeError'],
  ['throws', 'TypeError'],
  ['broken', 'Error'],
  ['big', 'Function.ResponseSizeTooLarge'],
])('%s is an error of the function, and the next call gets an environment', async (name, errorType) => {
  for (let i = 0; i < 2; i++) expect(await json(name)).toMatchObject({ kind: 'error', error: { errorType } });
});

test('an event above 6 MB is refused, and so is a name nobody has', async () => {
  expect(await json('echo', 'x'.repeat(7 * 1024 * 1024))).toEqual({ kind: 'too-large' });
  expect(await json('nobody')).toEqual({ kind: 'unknown-function' });
});

test('an environment takes one request at a time, and there are never more than allowed', async () => {
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => json('count')));
  const counts = outcomes.map((outcome) => (outcome.kind === 'json' ? Number(outcome.payload) : NaN));
  // Two environments, each counting on its own: no count comes more than twice, and each run starts at one.
  for (const count of new Set(counts)) expect(counts.filter((one) => one === count).length).toBeLessThanOrEqual(2);
  expect(counts).toHaveLength(6);
  expect(Math.max(...counts)).toBeLessThan(6);
  expect(runtime.pools().get('count')?.size).toBe(2);
  expect(logs.of('count').map(({ text }) => text)).toContain('{"n":0}');
});

test('a streamed answer passes its first bytes before its end', async () => {
  const seen: string[] = [];
  const outcome = await runtime.invoke(
    'stream',
    {},
    {
      answer: 'http',
      sink: {
        head: (head) => seen.push(`${head.status} ${head.headers['content-type']} ${head.cookies.join()}`),
        chunk(data, taken) {
          seen.push(Buffer.from(data).toString());
          taken();
        },
      },
    },
  );
  expect(outcome).toEqual({ kind: 'streamed' });
  expect(seen).toEqual(['202 text/plain b=2', 'first;', 'last']);
});

test('a stream nobody reads stops after its window', async () => {
  let taken = 0;
  const pending: (() => void)[] = [];
  const done = runtime.invoke(
    'flood',
    {},
    {
      answer: 'http',
      sink: {
        head: () => undefined,
        chunk(data, take) {
          taken += data.byteLength;
          pending.push(take);
        },
      },
    },
  );
  await delay(200);
  expect(taken).toBeLessThan(1024 * 1024);
  const drain = setInterval(() => pending.splice(0).forEach((take) => take()), 1);
  expect(await done).toEqual({ kind: 'streamed' });
  clearInterval(drain);
  expect(taken).toBe(100 * 64 * 1024);
});

test('a reader that fails fails its own call only', async () => {
  const broken = runtime.invoke(
    'stream',
    {},
    {
      answer: 'http',
      sink: {
        head() {
          throw new Error('reader');
        },
        chunk: (_data, taken) => taken(),
      },
    },
  );
  expect(await broken).toMatchObject({ kind: 'error', error: { errorType: 'Sandbox.ReaderFailed' } });
  const fine = runtime.invoke(
    'stream',
    {},
    { answer: 'http', sink: { head: () => undefined, chunk: (_data, taken) => taken() } },
  );
  expect(await fine).toEqual({ kind: 'streamed' });
});

test('names below localhost resolve to loopback inside a function', async () => {
  expect(await json('lookup')).toEqual({ kind: 'json', payload: '"127.0.0.1"' });
});
