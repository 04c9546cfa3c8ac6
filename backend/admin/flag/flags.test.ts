import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTenantProfileEntity } from '../../table/tenant-profile.ts';
import { Items, startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const flags = {
    chat: { enabled: true, version: 1, description: 'Help chat' },
    gifts: { enabled: false, version: 4, description: 'Gift cards' },
  };
  for (const tenantId of ['aria', 'folio'])
    await createTenantProfileEntity(world.table).patch({ tenantId }).set({ flags }).go();
});
afterAll(() => world.stop());

const set = (name: string, body: unknown) => world.call('PUT', `/api/admin/flags/${name}`, { body });
const flags = async (tenant = 'aria') => Items.parse(await world.json('/api/admin/flags', { tenant })).items;

test('a flag is turned on under its version, for this shop alone', async () => {
  const answer = await set('gifts', { enabled: true, version: 4 });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ name: 'gifts', enabled: true, version: 5, description: 'Gift cards' });
  expect((await flags()).map(({ name, enabled }) => [name, enabled])).toEqual([
    ['chat', true],
    ['gifts', true],
  ]);
  expect((await flags('folio'))[1]).toMatchObject({ enabled: false, version: 4 });
  expect(await world.audited('flag:gifts')).toEqual(['flag.set by usr_boss']);
});

test('a stale version is told what the flag is now', async () => {
  const answer = await set('chat', { enabled: false, version: 0 });
  expect(answer.status).toBe(412);
  expect(await answer.json()).toMatchObject({ code: 'flag_stale', data: { flag: { version: 1, enabled: true } } });
});

test('of two at the same time one is stale; two flags at the same time are both set', async () => {
  const same = await Promise.all([
    set('chat', { enabled: false, version: 1 }),
    set('chat', { enabled: false, version: 1 }),
    set('gifts', { enabled: false, version: 5 }),
  ]);
  const statuses = same.map(({ status }) => status);
  expect(statuses.slice(0, 2).toSorted()).toEqual([200, 412]);
  expect(statuses[2]).toBe(200);
});

test.each(['none', 'constructor', '__proto__'])('%s is no flag', async (name) => {
  expect((await set(name, { enabled: true, version: 1 })).status).toBe(404);
});

test('the wrong shape is refused', async () => {
  expect((await set('chat', { enabled: 'yes' })).status).toBe(422);
});
