import { LambdaClient } from '@aws-sdk/client-lambda';
import { createServer, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aLiveSet } from '../testing/live-set.ts';
import { aTenant } from '../testing/tenant.ts';
import { bootBaseOf } from './boot-document.ts';
import { RenderAnswer } from './render-answer.ts';
import type { RenderEvent } from './render-function.ts';
import { createTeamRender, type TeamRenderOptions } from './team-render.ts';

interface Invocation {
  path: string | undefined;
  tenant: unknown;
  payload: unknown;
}
/** Lambda's API as far as an invocation goes, so that the real client is what speaks. */
const invocations: Invocation[] = [];
let reply: { body: unknown; failed?: boolean; status?: number } = { body: {} };
const api = createServer((request, response) => {
  void bodyOf(request).then((text) => {
    const tenant = request.headers['x-amz-tenant-id'];
    invocations.push({ path: request.url, tenant, payload: JSON.parse(text) });
    response.writeHead(reply.status ?? 200, reply.failed ? { 'x-amz-function-error': 'Unhandled' } : {});
    response.end(JSON.stringify(reply.body));
  });
});
let client: LambdaClient;

beforeAll(async () => {
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  const address = api.address();
  client = new LambdaClient({
    endpoint: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
});
afterAll(() => {
  client.destroy();
  api.close();
});
beforeEach(() => {
  invocations.length = 0;
  reply = { body: { result: { status: 200, head: { title: 'Stores' }, html: '<h1>Stores</h1>' } } };
});

const viewing = { locale: 'en', currency: 'USD', country: 'US' } as const;
const boot = bootBaseOf({
  tenant: aTenant(),
  live: aLiveSet(),
  surface: 'shop',
  viewing,
  cdn: 'http://cdn.aria.localhost',
});
const integrity = `sha384-${'A'.repeat(64)}`;
const event: RenderEvent = {
  tenantId: 'aria',
  host: 'aria.localhost:8080',
  release: { bucket: 'releases', key: 'blobs/a', integrity },
  url: '/stores?q=1',
  boot,
  dataUrls: ['/api/public/catalog/search?q=1', '/api/public/support/articles', '/api/me/orders'],
  deadlineMs: 2_500,
};

function setup(overrides: Partial<TeamRenderOptions> = {}) {
  const asked: [string, RenderEvent][] = [];
  const render = createTeamRender({
    client,
    functionName: 'team-render',
    slices(slice, of) {
      if (slice === 'library') return undefined;
      asked.push([slice, of]);
      const data = Object.fromEntries(of.dataUrls.map((url) => [url, { status: 200, body: slice }]));
      return Promise.resolve(RenderAnswer.parse({ data }));
    },
    readEntry: () => Promise.resolve(Buffer.from('export default 1')),
    ...overrides,
  });
  return { asked, render: () => render({ tenantId: 'aria', remote: 'mfe-stores' })('catalog', event) };
}

const nested = (depth: number): unknown => JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth));

const data = {
  '/api/public/catalog/search?q=1': { status: 200, body: 'catalog' },
  '/api/public/support/articles': { status: 200, body: 'ai-support' },
};

test('the entry gets its source, its input and the slices’ answers, as this tenant’s and remote’s', async () => {
  const { asked, render } = setup();
  expect(await render()).toEqual({
    result: { status: 200, head: { title: 'Stores' }, html: '<h1>Stores</h1>' },
    data,
  });
  expect(invocations).toEqual([
    {
      path: '/2015-03-31/functions/team-render/invocations',
      tenant: 'aria.mfe-stores',
      payload: {
        entry: { source: 'export default 1', integrity },
        input: { url: '/stores?q=1', boot: JSON.parse(JSON.stringify(boot)) as unknown, data },
        deadlineMs: 2_500,
      },
    },
  ]);
  expect(asked.map(([slice, { release, dataUrls }]) => ({ slice, release, dataUrls }))).toEqual([
    { slice: 'catalog', release: undefined, dataUrls: ['/api/public/catalog/search?q=1'] },
    { slice: 'ai-support', release: undefined, dataUrls: ['/api/public/support/articles'] },
  ]);
});

test('the data is what the slices answered, whatever the entry says', async () => {
  reply.body = { error: 'broken', data: { '/api/public/catalog/search?q=1': { status: 200, body: 'made up' } } };
  expect(await setup().render()).toEqual({ error: 'broken', data });
});

test.each([
  ['another status', { status: 500, head: { title: 'x' }, html: '' }],
  ['a redirect away from the shop', { status: 302, location: 'https://elsewhere.example/' }],
  ['a canonical address elsewhere', { status: 200, head: { title: 'x', canonical: '//elsewhere.example' }, html: '' }],
  ['no markup', { status: 200, head: { title: 'x' } }],
  ['what is nested without end', { status: 200, head: { title: 'x', jsonLd: [nested(500)] }, html: '' }],
  ['nothing', null],
])('an entry that answers %s is refused', async (_, result) => {
  reply.body = { result };
  await expect(setup().render()).rejects.toThrow();
});

test('one that was ended with its environment rests, and is tried again', async () => {
  let now = 0;
  reply = { body: { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out' }, failed: true };
  const { render } = setup({ now: () => now });
  expect(await render()).toEqual({ error: expect.stringContaining('timed out') as unknown, data });
  expect(await render()).toEqual({ error: 'the server entry of aria.mfe-stores was ended and rests', data });
  expect(invocations).toHaveLength(1);
  now = 10_000;
  reply = { body: { result: { status: 200, head: { title: '' }, html: 'again' } } };
  expect((await render()).result).toMatchObject({ html: 'again' });
});

test('a function that takes no more calls costs the page its markup, and not its data', async () => {
  reply = { body: { message: 'Rate exceeded' }, status: 429 };
  expect(await setup().render()).toEqual({ error: expect.stringContaining('did not answer') as unknown, data });
});

test('a file that cannot be read is asked for again', async () => {
  let reads = 0;
  const { render } = setup({
    readEntry: () => (
      (reads += 1),
      reads === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(Buffer.from('1'))
    ),
  });
  await expect(render()).rejects.toThrow('gone');
  await render();
  await render();
  expect(reads).toBe(2);
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
