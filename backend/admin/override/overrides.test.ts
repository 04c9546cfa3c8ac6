import { maxOverrides } from '@tessera/contracts/api/overrides.ts';
import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createFindOverride } from '../../composition/registry/override/in-force.ts';
import { readBuild } from '../../composition/publish/read-build.ts';
import { distOf, route } from '../../composition/testing/dist.ts';
import { Items, startWorld, type CallOptions, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const dev = { as: 'usr_dev:developer' };
const origin = 'http://localhost:5173';

/** Sound but for what is said of its manifest. */
function buildOf(manifest: Partial<RemoteBuild['manifest']> = {}): RemoteBuild {
  const read = readBuild(distOf({ name: 'mfe-stores', routes: [route('stores', '/stores')] }));
  if (!read.ok) throw new Error(read.detail);
  return { ...read.build, manifest: { ...read.build.manifest, ...manifest } };
}

const Created = z.object({ id: z.string(), address: z.url(), expiresAt: z.string() });

async function create(body: object = {}, options: CallOptions = dev) {
  const answer = await world.post('/api/admin/overrides', { origin, build: buildOf(), ...body }, options);
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return Created.parse(await answer.json());
}

const pathOf = (address: string): string => new URL(address).pathname + new URL(address).search;
const problem = async (answer: Response) => ({ status: answer.status, ...((await answer.json()) as object) });
const tokenIn = (answer: Response): string =>
  /^__Host-override=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
const inForce = async (): Promise<string[]> =>
  Items.parse(await world.json('/api/admin/overrides', dev)).items.map(({ id }) => String(id));

describe('an override', () => {
  test('is opened once by who made it, and is what composition finds', async () => {
    const { id, address } = await create();
    expect(address).toMatch(/^http:\/\/aria\.localhost:8080\/api\/admin\/overrides\/ovr_/);
    const opened = await world.get(pathOf(address), dev);
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/stores']);
    expect(opened.headers.get('set-cookie')).toMatch(/; Path=\/; Max-Age=\d+; Secure; HttpOnly; SameSite=Lax$/);
    expect(opened.headers.get('cache-control')).toBe('no-store');

    const find = createFindOverride({ table: world.table, verify: world.releaseKeys.verify, clock: world.clock });
    expect(await find('aria', tokenIn(opened))).toMatchObject({
      ...{ remote: 'mfe-stores', origin },
      build: { version: '1.0.0', entry: 'entry.js', css: ['style.css'] },
    });
    expect(await find('folio', tokenIn(opened))).toBeUndefined();

    expect(await problem(await world.get(pathOf(address), dev))).toMatchObject({
      status: 409,
      code: 'override_opened',
    });
    expect((await world.call('DELETE', `/api/admin/overrides/${id}`, dev)).status).toBe(200);
    expect(await find('aria', tokenIn(opened))).toBeUndefined();
    expect(await inForce()).not.toContain(id);
    expect(await world.audited('remote:mfe-stores')).toEqual(
      expect.arrayContaining(['override.revoked by usr_dev', 'override.created by usr_dev']),
    );
  });

  test('is nobody else’s to open', async () => {
    const { address } = await create();
    const path = pathOf(address);
    for (const as of ['usr_boss:admin', 'usr_other:developer', 'usr_dev:shopper'])
      expect(await problem(await world.get(path, { as }))).toMatchObject({ status: 403, code: 'override_of_another' });
    const stranger = await world.get(path, { as: null });
    expect(stranger.status).toBe(302);
    expect(stranger.headers.get('location')).toBe(`/api/session/sign-in?return_to=${encodeURIComponent(path)}`);
    expect((await world.get(path.replace(/code=.*/, `code=${'A'.repeat(43)}`), dev)).status).toBe(404);
    expect((await world.get(path, { ...dev, tenant: 'folio' })).status).toBe(404);
    expect((await world.get(path, dev)).status).toBe(303);
  });

  test('ends with its time', async () => {
    const { id, address } = await create({ minutes: 5 });
    world.time.offsetMs += 5 * 60_000;
    try {
      expect(await inForce()).not.toContain(id);
      expect((await world.get(pathOf(address), dev)).status).toBe(404);
    } finally {
      world.time.offsetMs = 0;
    }
  });

  test('lasts an hour where nothing else is said', async () => {
    const { expiresAt } = await create();
    expect(Math.abs(Date.parse(expiresAt) - Date.now() - 3_600_000)).toBeLessThan(10_000);
  });

  test('is listed with who made it, and with nothing that opens it', async () => {
    const { id } = await create();
    const listed = await world.json('/api/admin/overrides', { as: 'usr_boss:admin' });
    const item = Items.parse(listed).items.find((one) => one['id'] === id);
    expect(item).toMatchObject({ remote: 'mfe-stores', origin, createdBy: 'usr_dev', version: '1.0.0' });
    expect(JSON.stringify(listed)).not.toMatch(/code|hash|address/i);
  });

  test('of another shop is not there', async () => {
    const { id } = await create();
    expect((await world.call('DELETE', `/api/admin/overrides/${id}`, { ...dev, tenant: 'folio' })).status).toBe(404);
    expect(await inForce()).toContain(id);
  });

  test('is left by who has it, on the shop’s own pages alone', async () => {
    const leave = (to: string, more: Record<string, string> = {}) =>
      world.call('POST', `/api/admin/overrides/leave?return_to=${encodeURIComponent(to)}`, { as: null, more });
    const left = await leave('/de/stores?x=1');
    expect([left.status, left.headers.get('location')]).toEqual([303, '/de/stores?x=1']);
    expect(left.headers.get('set-cookie')).toMatch(/^__Host-override=; Path=\/; Max-Age=0;/);
    expect((await leave('https://evil.example')).headers.get('location')).toBe('/');
    expect((await leave('/', { origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('an override is refused', () => {
  const refused = async (body: object, options: CallOptions = dev) =>
    problem(await world.post('/api/admin/overrides', { origin, build: buildOf(), ...body }, options));

  test.each([
    [{ as: null }, 401],
    [{ as: 'usr_1:shopper' }, 403],
    [{ as: 'usr_1:staff' }, 403],
    [{ as: 'usr_1:creator' }, 403],
  ])('to %j', async (options, status) => {
    expect(await refused({}, options)).toMatchObject({ status });
    expect((await world.get('/api/admin/overrides', options)).status).toBe(status);
    expect((await world.call('DELETE', '/api/admin/overrides/ovr_1', options)).status).toBe(status);
  });

  test('to a deploy token', async () => {
    const made = await world.post('/api/admin/deploy-tokens', { name: 'ci', remotes: ['*'] });
    const { token } = z.object({ token: z.string() }).parse(await made.json());
    expect(await refused({}, { token })).toMatchObject({ status: 403, code: 'person_required' });
  });

  test.each([
    [{ origin: 'https://dev.example/' }, 'body.origin'],
    [{ origin: 'http://dev.example' }, 'body.origin'],
    [{ origin: 'https://aria.localhost' }, 'body.origin'],
    [{ origin: 'https://id.localhost' }, 'body.origin'],
    [{ origin: "https://a;script-src 'unsafe-inline'" }, 'body.origin'],
    [{ minutes: 481 }, 'body.minutes'],
    [{ minutes: 0 }, 'body.minutes'],
    [{ build: {} }, 'body.build'],
    [{ build: { ...buildOf(), entry: 'gone.js' } }, 'body.build.entry'],
    [{ build: buildOf({ routes: [route('cart', '/cart')] }) }, 'body.build.manifest.routes.0.path'],
    [{ build: buildOf({ name: 'shell', routes: [] }) }, 'body.build.manifest.name'],
    [
      { build: buildOf({ name: 'mfe-admin', slot: 'console', routes: [route('a', '/admin')] }) },
      'body.build.manifest.name',
    ],
  ])('%#: %s', async (body, path) => {
    const { status, ...answer } = await refused(body);
    expect(status).toBe(422);
    const { errors } = z.object({ errors: z.array(z.object({ path: z.string() })) }).parse(answer);
    expect(errors.some((error) => error.path.startsWith(path))).toBe(true);
  });

  test('where a shop has enough of them', async () => {
    const folio = { ...dev, tenant: 'folio' };
    for (let made = 0; made < maxOverrides; made += 1) await create({}, folio);
    expect(await refused({}, folio)).toMatchObject({ status: 409, code: 'override_limit' });
  });
});
