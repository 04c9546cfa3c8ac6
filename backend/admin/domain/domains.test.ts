import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDomainEntity } from '../../table/domain.ts';
import { Items, startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const add = (host: string, tenant = 'aria') => world.post('/api/admin/domains', { host }, { tenant });
const remove = (host: string, tenant = 'aria') => world.call('DELETE', `/api/admin/domains/${host}`, { tenant });
const hosts = async (tenant = 'aria') =>
  Items.parse(await world.json('/api/admin/domains', { tenant })).items.map(({ host }) => host);

test('a claim says which records to set, and is on record', async () => {
  const answer = await add('Books.Example');
  expect(answer.status).toBe(202);
  expect(await answer.json()).toMatchObject({
    host: 'books.example',
    state: 'requested',
    records: [
      { type: 'TXT', name: '_tessera.books.example', value: 'tessera-verification=token-of-the-shop', seen: false },
      { type: 'CNAME', name: 'books.example', value: 'shops.localhost', seen: false },
    ],
  });
  expect(await world.audited('domain:books.example')).toEqual(['domain.claimed by usr_boss']);
});

test('the same claim twice is one', async () => {
  const [first, second] = [await add('twice.example'), await add('twice.example')];
  expect([first.status, second.status]).toEqual([202, 202]);
  expect(await first.json()).toEqual(await second.json());
  expect((await hosts()).filter((host) => host === 'twice.example')).toHaveLength(1);
  expect(await world.audited('domain:twice.example')).toHaveLength(1);
});

test('a host is one tenant’s; of two at the same time one gets it', async () => {
  const answers = await Promise.all([add('race.example'), add('race.example', 'folio')]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409]);
});

test('a claim that was never proven is free again after a week', async () => {
  await add('forgotten.example', 'folio');
  expect((await add('forgotten.example')).status).toBe(409);
  world.time.offsetMs = 8 * 86_400_000;
  expect((await add('forgotten.example')).status).toBe(202);
  world.time.offsetMs = 0;
  expect(await hosts('folio')).not.toContain('forgotten.example');
});

test('a proven domain is never taken over', async () => {
  await add('proven.example', 'folio');
  await createDomainEntity(world.table).patch({ host: 'proven.example' }).set({ state: 'token_ok' }).go();
  world.time.offsetMs = 800 * 86_400_000;
  expect((await add('proven.example')).status).toBe(409);
  world.time.offsetMs = 0;
});

test('what is given up is gone from the list and can be claimed by others', async () => {
  await add('given.example');
  const removed = await remove('given.example');
  expect(removed.status).toBe(200);
  expect(await removed.json()).toMatchObject({ state: 'removed' });
  expect(await hosts()).not.toContain('given.example');
  expect((await remove('given.example')).status).toBe(404);
  expect((await add('given.example', 'folio')).status).toBe(202);
});

test('another tenant’s domain is answered like a missing one', async () => {
  await add('theirs.example', 'folio');
  const [foreign, missing] = [await remove('theirs.example'), await remove('none.example')];
  expect([foreign.status, missing.status]).toEqual([404, 404]);
  expect(await foreign.text()).toBe(await missing.text());
});

test('the platform’s own address of a shop stays', async () => {
  const at = '2026-01-01T00:00:00.000Z';
  await createDomainEntity(world.table)
    .put({
      host: 'aria.localhost',
      tenantId: 'aria',
      state: 'active',
      token: '-',
      records: [],
      createdAt: at,
      updatedAt: at,
    })
    .go();
  expect((await remove('aria.localhost')).status).toBe(403);
  expect(await hosts()).toContain('aria.localhost');
});

test.each(['not a host', 'id.localhost', 'localhost', '10.0.0.1'])('%s is refused', async (host) => {
  expect((await add(host)).status).toBe(422);
});
