import { PutItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deadLetterQueueOf } from './engines/message-store.ts';
import { startPlatform, type Platform } from './platform.ts';
import { testFunctions, writeTestBundles } from './test-bundles.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'platform-'));
const stateDir = path.join(dir, 'state');
const distDir = path.join(dir, 'dist');
let platform: Platform;

const start = () =>
  startPlatform({ port: 0, stateDir, distDir, functions: testFunctions, scheduleMs: 3_600_000, viewerCountry: 'DE' });

beforeAll(async () => {
  writeTestBundles(distDir);
  platform = await start();
  platform.kvs.put('host:aria.localhost', JSON.stringify({ tenant: 'aria', set: 'set_1' }));
});
afterAll(async () => {
  await platform.stop();
  rmSync(dir, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  text: string;
  /** Between the first bytes and the end. */
  streamedMs: number;
}

function ask(
  host: string,
  target: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const startedAt = performance.now();
  const outgoing = request(
    {
      host: '127.0.0.1',
      port: platform.port,
      path: target,
      method: options.method ?? 'GET',
      headers: { host: `${host}:${platform.port}`, ...options.headers },
    },
    (answer) => {
      const chunks: Buffer[] = [];
      let firstByteMs = 0;
      answer.on('data', (chunk: Buffer) => {
        firstByteMs ||= performance.now() - startedAt;
        chunks.push(chunk);
      });
      answer.on('error', reject);
      answer.on('end', () => {
        const body = Buffer.concat(chunks);
        const streamedMs = performance.now() - startedAt - firstByteMs;
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body, text: body.toString(), streamedMs });
      });
    },
  );
  outgoing.on('error', reject);
  outgoing.end(options.body);
  return promise;
}

const shop = (target: string, options?: Parameters<typeof ask>[2]) => ask('aria.localhost', target, options);
const client = <T>(Client: new (config: object) => T, endpoint: string | undefined, more: object = {}): T =>
  new Client({
    endpoint,
    region: platform.env['AWS_REGION'],
    credentials: { accessKeyId: platform.secrets.awsAccessKeyId, secretAccessKey: platform.secrets.awsSecretAccessKey },
    ...more,
  });

describe('hosts', () => {
  test('an unknown host gets a page that says so, or a problem document', async () => {
    const page = await ask('nobody.localhost', '/', { headers: { accept: 'text/html' } });
    expect([page.status, page.text]).toEqual([421, expect.stringContaining('There is no shop at')]);
    expect(JSON.parse((await ask('nobody.localhost', '/')).text)).toMatchObject({ status: 421, code: 'unknown_host' });
  });

  test('the platform host answers the callback and the webhook only', async () => {
    expect((await ask('id.localhost', '/')).status).toBe(404);
    expect((await ask('id.localhost', '/api/cart')).status).toBe(404);
    const answer = await ask('id.localhost', '/api/webhooks/stripe', { method: 'POST', body: '{}' });
    expect(answer.status).toBe(404); // no checkout function in this test
  });

  test('a handler that was given answers its host', async () => {
    platform.handle('pay.localhost', (_request, response) => response.end('pay'));
    expect((await ask('pay.localhost', '/')).text).toBe('pay');
  });
});

describe('edge', () => {
  test('a slice gets a proven tenant, the visitor’s host and country, and none of what a client made up', async () => {
    const answer = await shop('/api/public/x?q=1&q=2', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-tenant': 'folio',
        'x-tessera-tenant': 'folio',
        'x-forwarded-host': 'evil',
        'cloudfront-viewer-country': 'XX',
        cookie: 'k=v',
      },
      body: '{"ü":1}',
    });
    const seen = JSON.parse(answer.text) as { headers: Record<string, string> } & Record<string, unknown>;
    expect(seen).toMatchObject({ body: '{"ü":1}', query: 'q=1&q=2', cookies: ['k=v'], table: 'tessera' });
    expect(seen.headers).toMatchObject({
      'x-tenant': 'aria.signed1',
      'x-forwarded-host': `aria.localhost:${platform.port}`,
      'cloudfront-viewer-country': 'DE',
    });
    expect(seen.headers).toMatchObject({ host: 'api.execute-api.localhost' });
    expect(seen.headers).not.toHaveProperty('x-tessera-signing-keys');
    expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2', 'bucket=b1; Path=/']);
  });

  test('viewer functions answer, and one that fails or never ends gives 503', async () => {
    expect(await shop('/moved')).toMatchObject({ status: 302, headers: { location: '/' } });
    expect((await shop('/throw')).status).toBe(503);
    expect((await shop('/loop')).status).toBe(503);
  });

  test('Lambda@Edge can answer itself', async () => {
    expect(await shop('/stopped')).toMatchObject({ status: 418, text: 'edge', headers: { 'x-by': 'lambda' } });
  });

  test('an unknown API path is 404; a function that hangs is 504; one that crashes is 502, and the next call works', async () => {
    expect((await shop('/api/nothing')).status).toBe(404);
    expect((await shop('/api/public/hang')).status).toBe(504);
    expect((await shop('/api/public/crash')).status).toBe(502);
    expect((await shop('/api/public/fine')).status).toBe(200);
  });

  test('a streaming function’s address takes a body only with its hash', async () => {
    const body = '{"question":"ü"}';
    const post = (headers: Record<string, string>) => shop('/', { method: 'POST', headers, body });
    const hash = createHash('sha256').update(body).digest('hex');
    expect((await post({})).status).toBe(403);
    expect((await post({ 'x-amz-content-sha256': createHash('sha256').update('other').digest('hex') })).status).toBe(
      403,
    );
    expect((await post({ 'x-amz-content-sha256': hash })).status).toBe(200);
  });

  test('bodies above 6 MB and 10 MB are too large', async () => {
    const post = (bytes: number) =>
      shop('/api/public/x', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(bytes) });
    expect((await post(5_000_000)).status).toBe(200);
    expect((await post(6_300_000)).status).toBe(413);
    expect((await post(10_500_000)).status).toBe(413);
  });

  test('a streamed document’s first bytes come before its end, compressed or not', async () => {
    for (const encoding of ['identity', 'br', 'gzip'] as const) {
      const answer = await shop('/?slow=1', { headers: { 'accept-encoding': encoding } });
      expect(answer.streamedMs).toBeGreaterThan(200);
      const plain = { identity: (b: Buffer) => b, br: brotliDecompressSync, gzip: gunzipSync }
        [encoding]?.(answer.body)
        .toString();
      expect(plain).toMatch(/^<p>call \d+ for aria\.signed1<\/p>x{5000}$/);
    }
  });

  test('a document that fails in the middle is cut off, and never kept', async () => {
    await expect(shop('/?slow=1&fail=1&cc=public,max-age=60')).rejects.toThrow();
    await expect(shop('/?slow=1&fail=1&cc=public,max-age=60')).rejects.toThrow();
  });
});

describe('edge cache', () => {
  const state = async (target: string, headers: Record<string, string> = {}) =>
    (await shop(target, { headers })).headers['x-cache'];
  const twice = async (target: string, headers: Record<string, string> = {}) => {
    await state(target, headers);
    return state(target, headers);
  };

  test.each([
    ['public,max-age=60', '', 'Hit from edge'],
    ['public,s-maxage=60,max-age=0', '', 'Hit from edge'],
    ['public,max-age=60', '&status=404', 'Hit from edge'],
    ['public,max-age=60', '&status=500', 'Miss from edge'],
    ['public,max-age=60', '&cookie=1', 'Miss from edge'],
    ['private,max-age=60', '', 'Miss from edge'],
    ['no-store', '', 'Miss from edge'],
    ['public,no-cache,max-age=60', '', 'Miss from edge'],
    ['max-age=60', '', 'Miss from edge'],
    ['', '', 'Miss from edge'],
  ])('%j%s → %s', async (cacheControl, more, expected) => {
    expect(await twice(`/rules?cc=${cacheControl}${more}`)).toBe(expected);
  });

  test('the view is part of the key, other cookies are not', async () => {
    const target = '/view?cc=public,max-age=60';
    expect(await twice(target)).toBe('Hit from edge');
    expect(await state(target, { cookie: 'session=1' })).toBe('Hit from edge');
    expect(await state(target, { cookie: 'locale=de' })).toBe('Miss from edge');
  });

  test('a kept answer comes compressed, with its age, its own viewer-response, and 304 where it is known', async () => {
    const target = '/kept?cc=public,max-age=60';
    await shop(target);
    const accepting = { headers: { 'accept-encoding': 'gzip, br' } };
    expect((await shop(target, accepting)).headers).toMatchObject({ 'x-cache': 'Miss from edge' });
    const answer = await shop(target, accepting);
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      age: '0',
      'x-seen': 'set_1|en',
      'set-cookie': ['bucket=b1; Path=/'],
    });
    expect(brotliDecompressSync(answer.body).toString()).toContain('for aria.signed1');
    expect((await shop(target, { headers: { 'if-none-match': 'W/"e1"' } })).status).toBe(304);
    expect(await shop(target, { method: 'HEAD' })).toMatchObject({
      status: 200,
      text: '',
      headers: { 'x-cache': 'Hit from edge' },
    });
  });

  test('a host’s answers can be forgotten', async () => {
    const target = '/purge?cc=public,max-age=60';
    expect(await twice(target)).toBe('Hit from edge');
    expect(platform.edgeCache.purge('aria.localhost')).toBeGreaterThan(0);
    expect(await state(target)).toBe('Miss from edge');
  });
});

describe('file origin', () => {
  const s3 = () => client(S3Client, platform.env['AWS_ENDPOINT_URL_S3'], { forcePathStyle: true });
  const cdn = (target: string, options?: Parameters<typeof ask>[2]) => ask('cdn.aria.localhost', target, options);
  const file = '/mfe-catalog/1.0.0/assets/a.js';

  test('asks the function once for a file that may be kept, and each time for what is missing', async () => {
    const first = await cdn(file);
    expect(first).toMatchObject({ status: 200, headers: { 'content-type': 'text/javascript' } });
    expect((await cdn(file)).text).toBe(first.text);
    expect((await cdn(file, { headers: { 'if-none-match': '"e1"' } })).status).toBe(304);
    expect(await cdn(file, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
    expect((await cdn(file, { headers: { 'accept-encoding': 'br' } })).headers['x-accepts']).toBe('br');
    expect((await ask('cdn.folio.localhost', file)).status).toBe(404);
    expect((await cdn('/mfe-catalog/1.0.0/missing.js')).text).not.toBe(
      (await cdn('/mfe-catalog/1.0.0/missing.js')).text,
    );
    expect((await cdn('/missing')).headers).toMatchObject({ 'access-control-allow-origin': '*' });
    expect((await cdn(file, { method: 'POST' })).status).toBe(405);
  });

  test('serves media in ranges, from the tenant’s own folder', async () => {
    await s3().send(
      new PutObjectCommand({ Bucket: 'tessera-media', Key: 'aria/p/a.mp3', Body: 'music', ContentType: 'audio/mpeg' }),
    );
    expect(await cdn('/media/p/a.mp3')).toMatchObject({
      status: 200,
      text: 'music',
      headers: {
        'content-type': 'audio/mpeg',
        'cache-control': 'public, max-age=31536000, immutable',
        'cross-origin-resource-policy': 'cross-origin',
        'timing-allow-origin': '*',
      },
    });
    expect(await cdn('/media/p/a.mp3', { headers: { range: 'bytes=1-2' } })).toMatchObject({
      status: 206,
      text: 'us',
      headers: { 'content-range': 'bytes 1-2/5' },
    });
    expect((await ask('cdn.folio.localhost', '/media/p/a.mp3')).status).toBe(404);
  });
});

describe('events', () => {
  const dynamo = () => client(DynamoDBClient, platform.env['AWS_ENDPOINT_URL_DYNAMODB']);
  const put = (pk: string) =>
    dynamo().send(new PutItemCommand({ TableName: 'tessera', Item: { pk: { S: pk }, sk: { S: 's' } } }));
  const logged = (source: string) =>
    platform.logs
      .of(source)
      .map(({ text }) => text)
      .join('\n');

  test('a change in the table reaches the stream consumer, its event the bus, and the bus its queues', async () => {
    await put('WORK-1');
    await expect.poll(() => logged('worker-audit'), { timeout: 5_000 }).toContain('"detail":{"n":"WORK-1"}');
    expect(logged('worker-audit')).toContain('"detail-type":"work.changed"');
  });

  test('a record that cannot be handled is set aside alone, and comes back by redrive', async () => {
    await Promise.all(['WORK-2', 'POISON', 'WORK-3'].map(put));
    const dead = deadLetterQueueOf('stream');
    await expect.poll(() => platform.engines.messages.depth(dead).visible, { timeout: 15_000 }).toBe(1);
    expect(platform.engines.messages.peek(dead, 1)[0]?.body).toContain('POISON');
    await expect
      .poll(() => logged('worker-audit'), { timeout: 5_000 })
      .toMatch(/WORK-2[\s\S]*WORK-3|WORK-3[\s\S]*WORK-2/);
    expect(platform.engines.messages.redrive('stream')).toBe(1);
  });

  test('a message whose handling keeps failing ends in the dead-letter queue; its neighbours do not', async () => {
    platform.engines.messages.send('index', [{ body: 'BAD' }, { body: 'good' }]);
    const { messages } = platform.engines;
    await expect.poll(() => messages.depth(deadLetterQueueOf('index')).visible, { timeout: 15_000 }).toBe(1);
    expect(messages.peek(deadLetterQueueOf('index'), 5).map(({ body }) => body)).toEqual(['BAD']);
    expect(messages.depth('index')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  test('a schedule can be run by hand', async () => {
    expect(platform.runSchedule('worker-sweep')).toBe(true);
    await expect.poll(() => logged('worker-sweep')).toContain('swept Scheduled Event');
  });
});

describe('services', () => {
  test('functions are called through the Lambda client, and fail as there', async () => {
    const lambda = client(LambdaClient, platform.env['AWS_ENDPOINT_URL_LAMBDA']);
    const answer = await lambda.send(
      new InvokeCommand({ FunctionName: 'catalog', Payload: JSON.stringify({ rawPath: '/' }) }),
    );
    expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toMatchObject({ statusCode: 200 });
    const failed = await lambda.send(new InvokeCommand({ FunctionName: 'catalog', Payload: '{}' }));
    expect(failed.FunctionError).toBe('Unhandled');
    await expect(lambda.send(new InvokeCommand({ FunctionName: 'nobody' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    expect(await platform.invoke('catalog', { rawPath: '/' })).toMatchObject({ statusCode: 200 });
    await expect(platform.invoke('catalog', {})).rejects.toMatchObject({ name: 'TypeError' });
  });

  test('mail lands in the mailbox', async () => {
    const ses = client(SESv2Client, platform.env['AWS_ENDPOINT_URL_SESV2']);
    await ses.send(
      new SendEmailCommand({
        FromEmailAddress: 'Aria <a@x.test>',
        Destination: { ToAddresses: ['Ada <ada@x.test>'] },
        Content: {
          Simple: { Subject: { Data: 'Hi' }, Body: { Text: { Data: 'text' }, Html: { Data: '<b>text</b>' } } },
        },
      }),
    );
    expect(platform.mail.list({ to: 'ada@x.test' })).toMatchObject([
      { subject: 'Hi', text: 'text', html: '<b>text</b>' },
    ]);
  });

  test('traces join edge and functions', async () => {
    await shop('/api/public/traced');
    const trace = platform.engines.traces.list().find(({ name }) => name.includes('/api/public/traced'));
    expect(
      platform.engines.traces
        .find(trace?.id ?? '')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['catalog', 'edge']);
  });
});

describe('state', () => {
  test('a second start on the same folder and a taken port say what is wrong', async () => {
    await expect(start()).rejects.toMatchObject({ name: 'PlatformStartError', reason: 'state-locked' });
    const busy = startPlatform({
      port: platform.port,
      stateDir: path.join(dir, 'other'),
      distDir,
      functions: testFunctions,
    });
    await expect(busy).rejects.toMatchObject({ name: 'PlatformStartError', reason: 'port-busy' });
  });

  test('a restart is quick and keeps secrets, mail and queues', async () => {
    platform.engines.messages.send('payments', [{ body: 'kept' }]);
    const { secrets } = platform;
    const startedAt = performance.now();
    await platform.stop();
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    platform = await start();
    expect(platform.secrets).toEqual(secrets);
    expect(statSync(path.join(stateDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(platform.mail.list()).toHaveLength(1);
    expect(platform.engines.messages.peek('payments', 5).map(({ body }) => body)).toEqual(['kept']);
  });
});
