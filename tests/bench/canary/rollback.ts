import { Traffic } from '@tessera/contracts/api/traffic.ts';
import { publishRelease } from '../../../backend/composition/publish/publish-release.ts';
import { createSigner } from '../../../backend/composition/signing.ts';
import { distOfVersion } from '../../setup/shell-of-version.ts';
import { createDeployToken } from '../lib/deploy-token.ts';
import { releasesOf, tableOf } from '../lib/engines-of.ts';
import { ask } from '../lib/loopback.ts';
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
  const version = await publishAgain(shop.env);
  const token = await createDeployToken(tableOf(shop.env), tenantId);
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
  const dist = await distOfVersion(`${remote}/dist`, () => `9.0.0-bench.${Date.now()}`);
  const published = await publishRelease({
    ...{ tenantId, dist, publishedBy: 'bench', table: tableOf(env), s3: releasesOf(env) },
    signer: createSigner(JSON.parse(env['RELEASE_SIGNING_KEY'] ?? '{}') as { kid: string; kty: string }),
  });
  if (!published.ok) throw new Error(JSON.stringify(published));
  return published.version;
}

const urlOf = (port: number, to: string): URL => new URL(to, `http://${tenantId}.localhost:${port}`);

/** The set that the shop's first page is made from, for one and the same visitor. */
async function releaseSetOf(port: number): Promise<string> {
  const { status, headers } = await ask(urlOf(port, '/'), { headers: { cookie: `__Host-bucket=${visitor}` } });
  if (status !== 200) throw new Error(`the first page answered ${status}`);
  return String(headers['x-tessera-release']);
}

async function post(port: number, to: string, { token, body }: { token: string; body: object }): Promise<Traffic> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await ask(urlOf(port, to), { method: 'POST', headers, body: Buffer.from(JSON.stringify(body)) });
  const text = answer.body.toString('utf8');
  if (answer.status !== 200) throw new Error(`${to}: ${answer.status} ${text}`);
  return Traffic.parse(JSON.parse(text));
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('the edge did not follow');
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
