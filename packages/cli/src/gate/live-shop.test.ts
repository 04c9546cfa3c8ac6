import { bootElementId } from '@tessera/contracts/elements.ts';
import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { createShop } from '../shop/shop.ts';
import { problem, startShopServer, type Answer } from '../testing/shop-server.ts';
import { runGate } from './run-gate.ts';
import { buildOf } from './testing/build.ts';

const live = buildOf();
const shellBuild = (version: string, more: Partial<RemoteBuild> = {}): RemoteBuild =>
  buildOf({
    manifest: { ...live.manifest, name: 'shell' },
    version,
    contract: '1.0.0',
    shared: { react: '19.3.1' },
    ...more,
  });

const bootAt = (origin: string) => ({
  ...{ contract: '1.0.0', cdn: `${origin}/cdn`, tenant: { id: 'aria', locales: ['en'] }, shell: { version: '1.0.0' } },
  releaseSet: { remotes: { 'mfe-hello': { version: live.version, routes: [] } } },
});
const pageAt = (origin: string): string =>
  `<script type="application/json" id="${bootElementId}">${JSON.stringify(bootAt(origin))}</script>`;

/** What anybody may read of the shop; its registry knows the token for `mfe-hello` alone. */
const shopAnswers: Readonly<Record<string, (origin: string) => Answer>> = {
  '/': (origin) => ({ status: 200, body: pageAt(origin) }),
  '/.well-known/releases.json': () => ({
    status: 200,
    json: {
      set: { releases: { shell: 'rel_shell', 'mfe-hello': 'rel_hello' } },
      releases: { rel_shell: { build: shellBuild('1.0.0') }, rel_hello: { build: live } },
    },
  }),
  ...Object.fromEntries(
    live.files.map(({ path: file }) => [`/cdn/mfe-hello/1.0.0/${file}`, () => ({ status: 200, body: 'export {};' })]),
  ),
  '/api/catalog/openapi.json': () => ({
    status: 200,
    json: { paths: { '/api/catalog/books': { get: { responses: {} } } } },
  }),
};
const otherRemote = problem(403, 'token_scope', { detail: 'This token is for mfe-hello.' });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tessera-gate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The gate's word on a next version whose entry has so many bytes that do not compress. */
async function gateOf(
  answers: Readonly<Record<string, Answer>> = {},
  { entryBytes = 10, build = {} }: { entryBytes?: number; build?: Partial<RemoteBuild> } = {},
) {
  await using server = await startShopServer(({ path: asked }, origin) => {
    const found = answers[asked] ?? shopAnswers[asked]?.(origin);
    return found ?? (asked.startsWith('/api/admin/') ? otherRemote : problem(404, 'not_found'));
  });
  const next = buildOf({ version: '1.0.1', ...build });
  for (const { path: file } of next.files) await writeFile(path.join(folder, file), 'export {};');
  await writeFile(path.join(folder, next.entry), `export default '${randomBytes(entryBytes).toString('base64')}';`);
  const bearer = () => Promise.resolve('tsd_for_mfe-hello');
  const { findings } = await runGate({
    shop: createShop({ origin: server.origin, fetch, bearer }),
    ...{ build: next, folder, browser: { skip: true }, budget: { percent: 10, bytes: 5_000 } },
    step: (_title, run) => run(),
  });
  return findings.filter(({ code }) => code !== 'browser-skipped' && code !== 'assets-unpublished');
}
const codesOf = async (...given: Parameters<typeof gateOf>) => (await gateOf(...given)).map(({ code }) => code);

test('with a token for one remote the byte budget holds, and what was not looked at is said', async () => {
  expect(await codesOf()).toEqual(['api-unknown', 'canary-shell-unknown']);
  const findings = await gateOf({}, { entryBytes: 6_000 });
  expect(findings.find(({ code }) => code === 'size')).toMatchObject({ severity: 'refusal', where: 'entry' });
});

test('with that token the live shell’s modules are compared', async () => {
  expect(await codesOf({}, { build: { shared: { react: '^20.0.0' } } })).toContain('shared-range');
});

test('a shell on its way counts for whom may know of it', async () => {
  const at = '2026-11-23T00:00:00.000Z';
  const releaseId = `rel_${'a'.repeat(64)}`;
  const rollout = {
    ...{ id: 'rol_1', remote: 'shell', state: 'running', percent: 5, release: { version: '2.0.0', releaseId } },
    ...{ movedAt: at, startedAt: at, startedBy: 'usr_1', changes: [] },
  };
  const detail = {
    ...{ remote: 'shell', version: '2.0.0', releaseId, state: 'published', scope: 'platform', files: 3, bytes: 30 },
    ...{ at, by: 'usr_1', live: false, signature: { kid: 'k1', value: 'a..b' } },
    build: shellBuild('2.0.0', { contract: '2.0.0' }),
  };
  const found = await gateOf({
    '/api/admin/releases/shell/traffic': {
      status: 200,
      json: { remote: 'shell', revision: 1, rollout, history: [], quarantined: [] },
    },
    '/api/admin/releases/shell/2.0.0': { status: 200, json: detail },
  });
  expect(found.map(({ code }) => code)).toEqual(['shell-contract', 'api-unknown']);
  expect(found[0]?.what).toContain('the live shell 2.0.0 offers 2.0.0');
});

test('a shop that does not say what is live has nothing to compare with, and that is said', async () => {
  const found = await codesOf({ '/.well-known/releases.json': problem(404, 'not_found') }, { entryBytes: 6_000 });
  expect(found).toEqual(['shared-unknown', 'api-unknown', 'size-unknown', 'canary-shell-unknown']);
});

const calls = [{ method: 'get' as const, path: '/api/catalog/books', sends: {}, answers: {} }];

test('a slice that is not there refuses what calls it; one that is, not', async () => {
  expect(await codesOf({}, { build: { calls } })).toEqual(['canary-shell-unknown']);
  const gone = { '/api/catalog/openapi.json': problem(404, 'not_found') };
  expect(await codesOf(gone, { build: { calls } })).toEqual(['api-path-removed', 'canary-shell-unknown']);
});

test.each<[string, string, Answer]>([
  ['an API document', '/api/catalog/openapi.json', problem(503, 'unavailable')],
  ['an API document', '/api/catalog/openapi.json', problem(429, 'rate_limited')],
  ['an API document', '/api/catalog/openapi.json', { status: 200, body: '<html>' }],
  ['what is live', '/.well-known/releases.json', problem(500, 'internal')],
  ['what is live', '/.well-known/releases.json', { status: 200, json: { set: {} } }],
  ['a file of the last release', '/cdn/mfe-hello/1.0.0/page.js', { status: 503, body: '<Error/>' }],
  ['a file of the last release', '/cdn/mfe-hello/1.0.0/page.js', problem(404, 'not_found')],
  ['the shell’s traffic', '/api/admin/releases/shell/traffic', problem(503, 'unavailable')],
])('%s at %s answered %j is no word on the build', async (_name, at, answer) => {
  const failed: unknown = await gateOf({ [at]: answer }, { build: { calls } }).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(CliError);
  expect(failed).toMatchObject({ exit: exitCodes.unreachable });
});
