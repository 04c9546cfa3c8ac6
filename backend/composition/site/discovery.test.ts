import { DiscoveryDocument } from '@tessera/contracts/discovery.ts';
import { FederationSnapshot } from '@tessera/contracts/federation-snapshot.ts';
import { PiralFeed } from '@tessera/contracts/piral-feed.ts';
import { ReleaseManifest } from '@tessera/contracts/release-manifest.ts';
import { createHash } from 'node:crypto';
import { createLocalJWKSet, compactVerify, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import { publishRelease } from '../publish/publish-release.ts';
import { createSliceRegistry } from '../registry/slice-registry.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { distOf, route, shopDists } from '../testing/dist.ts';
import { createWorld, type World } from '../testing/world.ts';

const sliceVersion = '0123456789ab';
let world: World;
let setId: string;
let shop: TestApp;
const provenance = { commit: 'abcdef0', builtAt: '2026-01-01T00:00:00.000Z', tools: { tessera: '0.1.0' } };
beforeAll(async () => {
  world = await createWorld();
  await world.goLive();
  const { tenantId, table, s3, keys } = world;
  const own = distOf({ name: 'mfe-stores', routes: [route('home', '/stores', { preload: ['chunks/a.js'] })] });
  await publishRelease({ tenantId, dist: own, provenance, publishedBy: 'ci', table, s3, signer: keys.signer });
  const next = distOf({ version: '2.0.0', build: { shared: { react: '^19.0.0' }, sliceVersion } });
  await createSliceRegistry(table).announce({ catalog: sliceVersion }, '2026-01-01T00:00:00.000Z');
  setId = await world.goLive([...shopDists().filter((_, index) => index !== 1), next, own]);
  shop = createTestApp(world);
});
afterAll(() => world.stop());

const read = async (path: string): Promise<unknown> => (await shop.get(`/.well-known/${path}`)).json();
const cdn = 'http://cdn.aria.localhost:8080';
const all = ['micro-frontends', 'releases', 'federation-snapshot', 'import-map', 'piral-feed'];
const sha256 = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

test.each(all)('%s is kept for half a minute, open to every page, and names the set it was made from', async (name) => {
  const { status, headers } = await shop.get(`/.well-known/${name}.json`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^application\/(?:importmap\+)?json$/);
  expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=30');
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('x-tessera-release')).toBe(setId);
  expect(headers.get('x-tessera-release-signature')).toMatch(/^[\w-]+\.\.[\w-]+$/);
});

test.each(all)('%s is for whom the edge has proven', async (name) => {
  expect((await shop.get(`/.well-known/${name}.json`, { 'x-tenant': '' })).status).toBe(403);
});

test('what is live can be verified with nothing but what the shop answers', async () => {
  const manifest: unknown = await read('releases.json');
  const keys = createLocalJWKSet((await read('release-keys.json')) as JSONWebKeySet);
  const verify = (payload: string, { value }: { value: string }) =>
    compactVerify(value.replace('..', `.${Buffer.from(payload).toString('base64url')}.`), keys);
  const { set, releases } = ReleaseManifest.parse(manifest);
  const raw = manifest as { releases: Record<string, { build: unknown; provenance?: unknown }> };

  const { tenantId, channel, releases: pins, fallbacks } = set;
  expect(set.id).toBe(`set_${sha256({ tenantId, channel, releases: pins, fallbacks }).slice(0, 40)}`);
  await verify(`${tenantId}/${set.id}`, set.signature);
  expect(Object.keys(releases).sort()).toEqual([...Object.values(pins), ...Object.values(fallbacks ?? {})].sort());
  for (const [id, release] of Object.entries(releases)) {
    expect(id).toBe(`rel_${sha256(raw.releases[id]?.build)}`);
    const from = raw.releases[id]?.provenance;
    const parts = [
      release.tenantId,
      id,
      ...(from === undefined ? [] : [sha256(from)]),
      ...(release.author ? [release.author] : []),
    ];
    await verify(parts.join('/'), release.signature);
  }
  expect(releases[pins['mfe-stores'] ?? '']?.provenance).toEqual(provenance);
  expect(Object.keys(fallbacks ?? {})).toEqual(['mfe-catalog']);
  await expect(verify(`folio/${set.id}`, set.signature)).rejects.toThrow();
});

test('the version of the slice that a release goes live with is part of what is signed, and told by discovery', async () => {
  const { set, releases } = ReleaseManifest.parse(await read('releases.json'));
  expect(releases[set.releases['mfe-catalog'] ?? '']?.build.sliceVersion).toBe(sliceVersion);
  const { microFrontends } = DiscoveryDocument.parse(await read('micro-frontends.json'));
  const versions = Object.entries(microFrontends).map(([name, [entry]]) => [name, entry?.extras.tessera.sliceVersion]);
  expect(versions.filter(([, version]) => version !== undefined)).toEqual([['mfe-catalog', sliceVersion]]);
});

test('keys are public', async () => {
  const { keys } = z
    .object({ keys: z.array(z.record(z.string(), z.unknown())) })
    .parse(await read('release-keys.json'));
  expect(keys.map(({ kid }) => kid)).toEqual(['k1']);
  expect(keys.flatMap((key) => Object.keys(key))).not.toContain('d');
});

/** `schema/v1-pre.json` of awslabs/frontend-discovery, for every element and not only the first. */
const v1Pre = z.strictObject({
  schema: z.string(),
  microFrontends: z.record(
    z.string(),
    z
      .array(
        z.strictObject({
          url: z.string(),
          fallbackUrl: z.string().optional(),
          metadata: z.strictObject({ integrity: z.string(), version: z.string() }),
          extras: z.looseObject({}).optional(),
          deployment: z.looseObject({ traffic: z.number().min(0).max(100), default: z.boolean() }).optional(),
        }),
      )
      .refine((items) => new Set(items.map(canonicalJson)).size === items.length, 'items are unique'),
  ),
});

test('frontend-discovery says what is live, in its schema and in our stricter one', async () => {
  const body = await read('micro-frontends.json');
  v1Pre.parse(body);
  const { microFrontends } = DiscoveryDocument.parse(body);
  const [stores] = microFrontends['mfe-stores'] ?? [];
  expect(stores).toMatchObject({
    url: `${cdn}/mfe-stores/1.0.0/entry.js`,
    extras: { tessera: { releaseSetId: setId, routes: ['/stores'], signature: { kid: 'k1' } } },
  });
  expect(microFrontends['mfe-catalog']?.[0]).toMatchObject({
    url: `${cdn}/mfe-catalog/2.0.0/entry.js`,
    fallbackUrl: `${cdn}/mfe-catalog/1.0.0/entry.js`,
  });
});

test('a Module Federation host finds entries, modules and what is shared', async () => {
  const snapshot = FederationSnapshot.parse(await read('federation-snapshot.json'));
  expect(snapshot['mfe-stores']).toMatchObject({
    publicPath: `${cdn}/mfe-stores/1.0.0/`,
    remoteEntry: 'entry.js',
    remoteEntryType: 'module',
    globalName: 'mfe-stores',
    modules: [
      {
        moduleName: 'remote',
        modulePath: './remote',
        assets: { js: { sync: ['chunks/a.js'], async: ['chunks/a.js'] }, css: { sync: ['style.css'], async: [] } },
      },
    ],
  });
  expect(snapshot['mfe-catalog']?.shared).toMatchObject([{ sharedName: 'react', version: '^19.0.0' }]);
  expect(snapshot['shell']?.remotesInfo).toMatchObject({ 'mfe-stores': { matchedVersion: '1.0.0' } });
});

test('an import map names every entry, and the integrity of every script', async () => {
  const map = z
    .strictObject({
      imports: z.record(z.string(), z.url()),
      integrity: z.record(z.url(), z.string().startsWith('sha384-')),
    })
    .parse(await read('import-map.json'));
  expect(map.imports['mfe-stores']).toBe(`${cdn}/mfe-stores/1.0.0/entry.js`);
  for (const url of Object.values(map.imports)) expect(map.integrity).toHaveProperty([url]);
  expect(map.integrity).toHaveProperty([`${cdn}/mfe-catalog/1.0.0/entry.js`]);
  expect(Object.keys(map.integrity).filter((url) => /server\.mjs|sw\.js/.test(url))).toEqual([]);
});

test('a Piral instance finds its pilets', async () => {
  const { items } = PiralFeed.parse(await read('piral-feed.json'));
  expect(items.map(({ name }) => name).sort()).toEqual([
    'mfe-admin',
    'mfe-ai-support',
    'mfe-catalog',
    'mfe-checkout',
    'mfe-stores',
  ]);
  expect(items.find(({ name }) => name === 'mfe-stores')).toMatchObject({
    version: '1.0.0',
    spec: 'mf',
    link: `${cdn}/mfe-stores/1.0.0/entry.js`,
    custom: { exposes: './remote', routes: ['/stores'] },
  });
});
