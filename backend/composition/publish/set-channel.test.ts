import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDynamoReleaseRepository } from '../registry/repository.dynamo.ts';
import { distOf, shopDists } from '../testing/dist.ts';
import { createWorld, type World } from '../testing/world.ts';
import { createReleaseSet } from './create-release-set.ts';
import { setChannel } from './set-channel.ts';

let world: World;
let shell: string;
beforeAll(async () => {
  world = await createWorld();
  shell = await world.publish(shopDists()[0] ?? distOf());
});
afterAll(() => world.stop());

const createSet = async (releases: Record<string, string>, channel = 'live') =>
  createReleaseSet({
    tenantId: 'aria',
    channel,
    releases,
    createdBy: 'test',
    table: world.table,
    signer: world.keys.signer,
  });

const setIdWith = async (version: string): Promise<string> => {
  const catalog = await world.publish(distOf({ version }));
  const created = await createSet({ shell, 'mfe-catalog': catalog });
  if (!created.ok) throw new Error(created.reason);
  return created.set.id;
};

const move = (setId: string, expectedMoves?: number) =>
  setChannel({
    tenantId: 'aria',
    channel: 'live',
    setId,
    movedBy: 'test',
    table: world.table,
    ...(expectedMoves === undefined ? {} : { expectedMoves }),
  });

test('a set needs a shell, and releases that are published under their remote’s name', async () => {
  expect(await createSet({})).toEqual({ ok: false, reason: 'no_shell' });
  expect(await createSet({ shell, 'mfe-catalog': 'rel_unknown' })).toMatchObject({ reason: 'unknown_release' });
  expect(await createSet({ shell, 'mfe-catalog': shell })).toMatchObject({
    reason: 'unknown_release',
    remote: 'mfe-catalog',
  });
});

test('the same pins are the same set', async () => {
  const [first, second] = [await createSet({ shell }), await createSet({ shell })];
  expect(first.ok && second.ok && first.set.id === second.set.id).toBe(true);
});

test('moves the pointer, and remembers where it stood', async () => {
  const [one, two] = [await setIdWith('1.0.0'), await setIdWith('1.1.0')];
  expect(await move(one)).toMatchObject({ ok: true, moves: 1 });
  expect(await move(two)).toEqual({ ok: true, moves: 2, previous: one });
  expect(await move(two)).toMatchObject({ ok: true, moves: 2 });
  const channel = await createDynamoReleaseRepository(world.table, 'aria').findChannel('live');
  expect(channel).toMatchObject({ setId: two, moves: 2, history: [{ setId: one }] });
});

test('refuses a set it does not know, and a move from where the pointer no longer stands', async () => {
  const three = await setIdWith('1.2.0');
  expect(await move('set_unknown')).toEqual({ ok: false, reason: 'unknown_set' });
  expect(await move(three, 1)).toMatchObject({
    ok: false,
    reason: 'moved_meanwhile',
    now: { moves: 2, movedBy: 'test' },
  });
});

test('of two that move it at once, one does', async () => {
  const [a, b] = [await setIdWith('2.0.0'), await setIdWith('2.1.0')];
  const channel = await createDynamoReleaseRepository(world.table, 'aria').findChannel('live');
  const results = await Promise.all([move(a, channel?.moves), move(b, channel?.moves)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const now = await createDynamoReleaseRepository(world.table, 'aria').findChannel('live');
  expect(results.find(({ ok }) => !ok)).toMatchObject({
    reason: 'moved_meanwhile',
    now: { setId: now?.setId, moves: now?.moves, movedBy: 'test' },
  });
});
