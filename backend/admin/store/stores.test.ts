import { afterAll, beforeAll, expect, test } from 'vitest';
import { aria, startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const open = (slug: string, tenant = 'aria') =>
  world.post('/api/store/create', { name: 'Night Shift', slug }, { tenant, as: 'usr_maker:creator' });

test('opens a store, which is on record', async () => {
  const answer = await open('night-shift');
  expect(answer.status).toBe(201);
  const store = (await answer.json()) as { id: string };
  expect(store).toEqual({ id: expect.stringMatching(/^sto_/), name: 'Night Shift', slug: 'night-shift' });
  expect(await world.audited(store.id)).toEqual(['store.opened by usr_maker']);
});

test('an address is one store’s within a tenant; another tenant has its own', async () => {
  const answers = await Promise.all([open('race'), open('race'), open('race', 'folio')]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 409]);
  expect(answers[2]?.status).toBe(201);
  expect((await open('race')).status).toBe(409);
});

test('the shop’s own store has its address too, and the beginning of it is free', async () => {
  expect((await open(aria.store.slug)).status).toBe(409);
  expect((await open(aria.store.slug.slice(0, -1))).status).toBe(201);
});

test.each(['Big', 'a b', '-a', ''])('“%s” is no address', async (slug) => {
  expect((await open(slug)).status).toBe(422);
});
