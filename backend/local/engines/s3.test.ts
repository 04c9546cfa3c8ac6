import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createS3Gateway } from './s3-gateway.ts';
import { startS3, type S3Engine } from './s3.ts';

const credentials = { accessKeyId: 'AKIALOCAL', secretAccessKey: 'secret' };
const dir = mkdtempSync(path.join(tmpdir(), 's3-'));
let engine: S3Engine;
let server: Server;
let endpoint: string;
let s3: S3Client;
let clock = 0;

const clientWith = (overrides: object = {}) =>
  new S3Client({ endpoint, region: 'eu-central-1', forcePathStyle: true, credentials, ...overrides });

beforeAll(async () => {
  engine = await startS3({ directory: dir, buckets: ['assets'] });
  server = createServer(
    createS3Gateway({
      upstreamPort: engine.port,
      keys: { ...credentials, region: 'eu-central-1', service: 's3' },
      now: () => Date.now() + clock,
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  s3 = clientWith();
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await engine.stop();
  rmSync(dir, { recursive: true });
});

const at = (Key: string) => ({ Bucket: 'assets', Key });
const textOf = async (Key: string) => (await s3.send(new GetObjectCommand(at(Key)))).Body?.transformToString();

test('an object comes back as it was put, with its type, its ranges and its metadata', async () => {
  await s3.send(
    new PutObjectCommand({ ...at('a/ü b+c.txt'), Body: 'hello', ContentType: 'text/plain', Metadata: { k: 'v' } }),
  );
  const whole = await s3.send(new GetObjectCommand(at('a/ü b+c.txt')));
  expect([await whole.Body?.transformToString(), whole.ContentType, whole.Metadata]).toEqual([
    'hello',
    'text/plain',
    { k: 'v' },
  ]);
  const part = await s3.send(new GetObjectCommand({ ...at('a/ü b+c.txt'), Range: 'bytes=1-2' }));
  expect([await part.Body?.transformToString(), part.ContentRange]).toEqual(['el', 'bytes 1-2/5']);
  const list = await s3.send(new ListObjectsV2Command({ Bucket: 'assets', Prefix: 'a/' }));
  expect(list.Contents?.map(({ Key }) => Key)).toEqual(['a/ü b+c.txt']);
  await s3.send(new CopyObjectCommand({ ...at('copy.txt'), CopySource: encodeURI('assets/a/ü b+c.txt') }));
  expect(await textOf('copy.txt')).toBe('hello');
  await s3.send(new DeleteObjectsCommand({ Bucket: 'assets', Delete: { Objects: [{ Key: 'copy.txt' }] } }));
  await expect(s3.send(new HeadObjectCommand(at('copy.txt')))).rejects.toMatchObject({ name: 'NotFound' });
});

test('a streamed upload is stored without its framing', async () => {
  const bytes = Buffer.alloc(300_000, 'abc');
  const Body = Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]);
  await s3.send(new PutObjectCommand({ ...at('stream'), Body, ContentLength: bytes.length }));
  expect(await textOf('stream')).toBe(bytes.toString());
});

test('a presigned address serves what it names, as what it says', async () => {
  await s3.send(new PutObjectCommand({ ...at('track.mp3'), Body: 'music' }));
  const url = await getSignedUrl(
    s3,
    new GetObjectCommand({
      ...at('track.mp3'),
      ResponseContentDisposition: 'attachment; filename="x.mp3"',
      ResponseContentType: 'audio/mpeg',
    }),
    { expiresIn: 60 },
  );
  const answer = await fetch(url, { headers: { range: 'bytes=0-1', origin: 'http://aria.localhost' } });
  expect([answer.status, await answer.text()]).toEqual([206, 'mu']);
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="x.mp3"');
  expect(answer.headers.get('content-type')).toBe('audio/mpeg');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
});

test('a browser can put through a presigned address after its preflight', async () => {
  const url = await getSignedUrl(s3, new PutObjectCommand({ ...at('up.csv'), ContentType: 'text/csv' }), {
    expiresIn: 60,
  });
  const preflight = await fetch(url, {
    method: 'OPTIONS',
    headers: { 'access-control-request-headers': 'content-type' },
  });
  expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'content-type']);
  expect((await fetch(url, { method: 'PUT', body: 'a,b', headers: { 'content-type': 'text/csv' } })).status).toBe(200);
  expect(await textOf('up.csv')).toBe('a,b');
});

const refusal = async (answer: Response) => [answer.status, /<Code>(\w+)</.exec(await answer.text())?.[1]];
const presigned = (client = s3) => getSignedUrl(client, new GetObjectCommand(at('track.mp3')), { expiresIn: 60 });

test.each<[string, () => Promise<string>, string]>([
  ['unsigned', () => Promise.resolve(`${endpoint}/assets/track.mp3`), 'AccessDenied'],
  ['for another object', async () => (await presigned()).replace('track', 'other'), 'SignatureDoesNotMatch'],
  [
    'with a longer life',
    async () => (await presigned()).replace('X-Amz-Expires=60', 'X-Amz-Expires=6000'),
    'SignatureDoesNotMatch',
  ],
  [
    'with another parameter',
    async () => `${await presigned()}&response-content-type=text/html`,
    'SignatureDoesNotMatch',
  ],
  [
    'by a wrong secret',
    () => presigned(clientWith({ credentials: { ...credentials, secretAccessKey: 'no' } })),
    'SignatureDoesNotMatch',
  ],
  [
    'by an unknown key',
    () => presigned(clientWith({ credentials: { accessKeyId: 'X', secretAccessKey: 'no' } })),
    'InvalidAccessKeyId',
  ],
  ['for another region', () => presigned(clientWith({ region: 'us-east-1' })), 'AccessDenied'],
])('an address %s gets 403', async (_name, url, code) => {
  expect(await refusal(await fetch(await url()))).toEqual([403, code]);
});

test('an expired address and a late request get 403', async () => {
  const url = await presigned();
  clock = 61_000;
  expect(await refusal(await fetch(url))).toEqual([403, 'AccessDenied']);
  clock = 16 * 60_000;
  await expect(s3.send(new HeadObjectCommand(at('track.mp3')))).rejects.toThrow();
  clock = 0;
});

test('a body that is not the signed one is stored neither whole nor in part', async () => {
  s3.middlewareStack.add(
    (next) => (args) => {
      const { request: signed } = args as { request: { path: string; method: string; body: unknown } };
      if (signed.method === 'PUT' && signed.path.includes('tampered')) signed.body = Buffer.from('other');
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'tamper' },
  );
  const put = s3.send(new PutObjectCommand({ ...at('tampered'), Body: 'equal' }));
  await expect(put).rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' });
  await expect(s3.send(new HeadObjectCommand(at('tampered')))).rejects.toMatchObject({ name: 'NotFound' });
});

test('an upload that breaks off leaves nothing behind', async () => {
  const url = new URL(await getSignedUrl(s3, new PutObjectCommand(at('broken')), { expiresIn: 60 }));
  await new Promise<void>((resolve) => {
    const upload = request(url, { method: 'PUT', headers: { 'content-length': '1000' } });
    upload.on('error', () => resolve());
    upload.write('half');
    setTimeout(() => upload.destroy(), 100);
  });
  await expect(s3.send(new HeadObjectCommand(at('broken')))).rejects.toMatchObject({ name: 'NotFound' });
  await expect.poll(() => readdirSync(path.join(dir, 'unfinished'))).toEqual([]);
});
