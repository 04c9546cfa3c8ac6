import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FunctionSpec } from '../functions.ts';

/** Small functions for tests of the platform itself, each by its role. */
export const testFunctions: readonly FunctionSpec[] = [
  { name: 'catalog', entry: '', kind: 'api', memoryMb: 64, timeoutMs: 1_000 },
  { name: 'composition', entry: '', kind: 'stream-url', memoryMb: 64, timeoutMs: 3_000 },
  { name: 'worker-stream', entry: '', kind: 'dynamodb-stream', memoryMb: 128, timeoutMs: 5_000 },
  { name: 'worker-audit', entry: '', kind: 'queue', memoryMb: 64, timeoutMs: 2_000 },
  { name: 'worker-index', entry: '', kind: 'queue', memoryMb: 64, timeoutMs: 2_000 },
  { name: 'worker-sweep', entry: '', kind: 'schedule', memoryMb: 64, timeoutMs: 2_000 },
  { name: 'files', entry: '', kind: 'stream-url', memoryMb: 64, timeoutMs: 3_000 },
  { name: 'edge-files-request', entry: '', kind: 'viewer-function', memoryMb: 2, timeoutMs: 1 },
  { name: 'edge-viewer-request', entry: '', kind: 'viewer-function', memoryMb: 2, timeoutMs: 1 },
  { name: 'edge-viewer-response', entry: '', kind: 'viewer-function', memoryMb: 2, timeoutMs: 1 },
  { name: 'edge-origin-request', entry: '', kind: 'edge', memoryMb: 64, timeoutMs: 1_000 },
];

export const viewerRequestCode = `import cf from 'cloudfront';
async function handler(event) {
  const request = event.request;
  const host = request.headers.host.value.replace(/:\\d+$/, '');
  if (request.uri === '/loop') while (true);
  if (request.uri === '/throw') throw new Error('no');
  if (request.uri === '/moved') return { statusCode: 302, headers: { location: { value: '/' } } };
  const entry = await cf.kvs().get('host:' + host, { format: 'json' });
  request.headers['x-tessera-tenant'] = { value: entry.tenant };
  request.headers['x-tessera-view'] = { value: entry.set + '|' + (request.cookies.locale ? request.cookies.locale.value : 'en') };
  return request;
}`;

const filesRequestCode = `function handler(event) {
  const request = event.request;
  if (request.uri === '/missing') return { statusCode: 404, headers: {} };
  request.uri = '/' + request.headers.host.value.split('.')[1] + request.uri.replace(/^\\/media/, '');
  return request;
}`;

export const viewerResponseCode = `function handler(event) {
  const response = event.response;
  response.headers['x-seen'] = { value: event.request.headers['x-tessera-view'].value };
  if (!event.request.cookies.bucket) response.cookies = { bucket: { value: 'b1', attributes: 'Path=/' } };
  return response;
}`;

const bundles: Record<string, string> = {
  'edge-origin-request': `export const handler = async (event) => {
    const { request } = event.Records[0].cf;
    if (request.uri === '/stopped') return { status: '418', headers: { 'x-by': [{ key: 'x-by', value: 'lambda' }] }, body: 'edge' };
    const custom = request.origin.custom.customHeaders;
    const keys = Buffer.from(custom['x-tessera-signing-keys'][0].value, 'base64').toString();
    delete custom['x-tessera-signing-keys'];
    request.headers['x-forwarded-host'] = request.headers.host;
    request.headers.host = [{ key: 'host', value: request.origin.custom.domainName }];
    request.headers['x-tenant'] = [{ key: 'x-tenant', value: request.headers['x-tessera-tenant'][0].value + '.signed' + Object.keys(JSON.parse(keys)).length }];
    return request;
  }`,
  catalog: `let calls = 0; export const handler = async (event) => {
    calls += 1;
    if (event.rawPath.endsWith('/hang')) await new Promise(() => {});
    if (event.rawPath.endsWith('/crash')) process.exit(1);
    return { statusCode: 200, headers: { 'content-type': 'application/json' }, cookies: ['a=1', 'b=2'],
      body: JSON.stringify({ calls, headers: event.headers, cookies: event.cookies, body: event.body, query: event.rawQueryString, table: process.env.TABLE_NAME }) };
  }`,
  composition: `let calls = 0; export const handler = awslambda.streamifyResponse(async (event, stream) => {
    calls += 1;
    const query = event.queryStringParameters ?? {};
    const headers = { 'content-type': query.type ?? 'text/html; charset=utf-8', etag: '"e1"' };
    if (query.cc) headers['cache-control'] = query.cc;
    const out = awslambda.HttpResponseStream.from(stream, { statusCode: Number(query.status ?? 200), headers, cookies: query.cookie ? ['c=1'] : [] });
    out.write('<p>call ' + calls + ' for ' + event.headers['x-tenant'] + '</p>');
    if (query.slow) await new Promise((resolve) => setTimeout(resolve, 300));
    if (query.fail) throw new Error('in the middle');
    out.write('x'.repeat(5000));
    out.end();
  })`,
  files: `export const handler = awslambda.streamifyResponse(async (event, stream) => {
    const found = event.rawPath === '/aria/mfe-catalog/1.0.0/assets/a.js';
    const headers = { 'content-type': 'text/javascript', 'cache-control': found ? 'public, max-age=31536000, immutable' : 'no-store', etag: '"e1"', 'x-accepts': event.headers['accept-encoding'] };
    const out = awslambda.HttpResponseStream.from(stream, { statusCode: found ? 200 : 404, headers });
    out.write(String(Math.random()));
    out.end();
  })`,
  'worker-stream': `import { connect } from 'node:net';
  export const handler = async (event) => {
    const names = event.Records.map((r) => r.dynamodb.Keys.pk.S);
    console.log(JSON.stringify({ names }));
    if (names.includes('POISON')) throw new Error('poison in the batch');
    const Entries = names.filter((n) => n.startsWith('WORK')).map((n) => ({ Source: 'tessera', DetailType: 'work.changed', Detail: JSON.stringify({ n }), EventBusName: process.env.EVENT_BUS }));
    if (Entries.length === 0) return;
    const answer = await fetch(process.env.AWS_ENDPOINT_URL_EVENTBRIDGE, { method: 'POST', headers: { 'x-amz-target': 'AWSEvents.PutEvents' }, body: JSON.stringify({ Entries: Entries.slice(0, 10) }) });
    if ((await answer.json()).FailedEntryCount !== 0) throw new Error('not put');
  }`,
  'worker-audit': `export const handler = async (event) => { for (const r of event.Records) console.log('audit ' + r.body) }`,
  'worker-index': `export const handler = async (event) => ({ batchItemFailures: event.Records.filter((r) => r.body.includes('BAD')).map((r) => ({ itemIdentifier: r.messageId })) })`,
  'worker-sweep': `export const handler = async (event) => { console.log('swept ' + event['detail-type']) }`,
};

/** Writes them as the build would. */
export function writeTestBundles(distDir: string): void {
  for (const [name, code] of Object.entries(bundles)) write(distDir, name, 'index.mjs', code);
  write(distDir, 'edge-files-request', 'index.js', filesRequestCode);
  write(distDir, 'edge-viewer-request', 'index.js', viewerRequestCode);
  write(distDir, 'edge-viewer-response', 'index.js', viewerResponseCode);
}

function write(distDir: string, name: string, file: string, code: string): void {
  mkdirSync(path.join(distDir, name), { recursive: true });
  writeFileSync(path.join(distDir, name, file), code);
}
