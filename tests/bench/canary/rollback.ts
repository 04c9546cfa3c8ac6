import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { Traffic } from '@tessera/contracts/api/traffic.ts';
import { request } from 'node:http';
import path from 'node:path';
import { createDeployTokens } from '../../../backend/admin/deploy-token/deploy-tokens.dynamo.ts';
import { deployTokenHash, newDeployToken } from '../../../backend/admin/deploy-token/deploy-tokens.ts';
import { publishRelease } from '../../../backend/composition/publish/publish-release.ts';
import { readDist } from '../../../backend/composition/publish/read-dist.ts';
import { createSigner } from '../../../backend/composition/signing.ts';
import { resolveLocalhostNames } from '../../../backend/local/runtime/localhost-lookup.ts';
import { root } from '../../../scripts/lib/root.ts';
import type { Shop } from '../lib/shop.ts';

const tenantId = 'aria';
const remote = 'mfe-catalog';
const visitor = 'benchbenchbenchbench01';
const pollMs = 10;
const patienceMs = 30_000;

/**
 * Times from the call of a rollback to the first page view that is served stable, through the edge and its cache. All are in
 * canary, so that every visitor moves.
 */
export async function timeRollbacks(shop: Pick<Shop, 'port' | 'env'>, runs: number): Promise<number[]> {
  resolveLocalhostNames();
  const version = await publishAgain(shop.env);
  const token = await createToken(shop.env);
  const call = (what: string, body: object) =>
    post(shop.port, `/api/admin/releases/${remote}/${what}`, { token, body });
  const stable = await releaseSetOf(shop.port);
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await call('traffic', { version, to: { kind: 'percent', percent: 100 }, reason: 'bench' });
    await until(async () => (await releaseSetOf(shop.port)) !== stable);
    // Both sets have this page in the cache, as a shop's first page has.
    await releaseSetOf(shop.port);
    const startedAt = performance.now();
    await call('rollback', { reason: 'bench' });
    await until(async () => (await releaseSetOf(shop.port)) === stable);
    times.push(performance.now() - startedAt);
  }
  return times;
}

async function publishAgain(env: Shop['env']): Promise<string> {
  const files = new Map(await readDist(path.join(root, remote, 'dist')));
  const version = `9.0.0-bench.${Date.now()}`;
  const described = JSON.parse(Buffer.from(files.get('tessera.json') ?? '').toString('utf8')) as object;
  const dist = files.set('tessera.json', Buffer.from(JSON.stringify({ ...described, version })));
  const s3 = new S3Client({
    ...connectionOf(env, 'AWS_ENDPOINT_URL_S3'),
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const published = await publishRelease({
    ...{ tenantId, dist, publishedBy: 'bench', table: tableOf(env) },
    s3: { client: s3, bucket: env['RELEASES_BUCKET'] ?? '' },
    signer: createSigner(JSON.parse(env['RELEASE_SIGNING_KEY'] ?? '{}') as { kid: string; kty: string }),
  });
  if (!published.ok) throw new Error(JSON.stringify(published));
  return published.version;
}

async function createToken(env: Shop['env']): Promise<string> {
  const token = newDeployToken();
  await createDeployTokens(tableOf(env), tenantId).create({
    ...{ hash: deployTokenHash(token) ?? '', tokenId: 'tok_bench', name: 'bench', remotes: ['*'], createdBy: 'bench' },
    createdAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + 3600_000).toISOString(),
  });
  return token;
}

const connectionOf = (env: Shop['env'], endpoint: string) => ({
  endpoint: env[endpoint] ?? '',
  region: env['AWS_REGION'] ?? '',
  credentials: { accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '' },
});

const tableOf = (env: Shop['env']) => ({
  client: new DynamoDBClient(connectionOf(env, 'AWS_ENDPOINT_URL_DYNAMODB')),
  tableName: env['TABLE_NAME'] ?? '',
});

/** The set that the shop's first page is made from, for one and the same visitor. */
async function releaseSetOf(port: number): Promise<string> {
  const { status, headers } = await send(port, '/', { headers: { cookie: `__Host-bucket=${visitor}` } });
  if (status !== 200) throw new Error(`the first page answered ${status}`);
  return String(headers['x-tessera-release']);
}

async function post(port: number, to: string, { token, body }: { token: string; body: object }): Promise<Traffic> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const { status, text } = await send(port, to, { method: 'POST', headers, body: JSON.stringify(body) });
  if (status !== 200) throw new Error(`${to}: ${status} ${text}`);
  return Traffic.parse(JSON.parse(text));
}

interface Ask {
  method?: string;
  headers: Record<string, string>;
  body?: string;
}

function send(port: number, to: string, { method = 'GET', headers, body }: Ask) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const host = `${tenantId}.localhost:${port}`;
    const outgoing = request(
      { host: '127.0.0.1', port, path: to, method, headers: { host, ...headers } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('the edge did not follow');
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
