import { afterAll, beforeAll, expect, test } from 'vitest';
import { album, startWorld, type World } from '../../checkout/testing/world.ts';
import { sweepEvents } from './sweep-events.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const sweep = () => sweepEvents(world);
const eventsOf = async (type: string) => (await world.stripe.events.list({ type })).data;

test('a webhook that was lost is found at the provider, and what it says comes to pass', async () => {
  const user = 'usr_lost';
  const { url, orderId } = await world.placed('aria', user, album);
  await world.pay(url);
  const scope = world.scope('aria');
  expect((await scope.orders.find(orderId))?.state).toBe('pending');

  expect((await sweep()).found).toBeGreaterThan(0);
  const [completed] = await eventsOf('checkout.session.completed');
  await world.handle(completed?.id ?? '');
  expect((await scope.orders.find(orderId))?.state).toBe('paid');
});

test('an event whose queue gave it up is handled by the sweep, and one that cannot be is said', async () => {
  const user = 'usr_stuck';
  const { url, orderId } = await world.placed('aria', user, album);
  await world.pay(url);
  await sweep();
  world.time.offsetMs += 11 * 60_000;
  const broken = await sweepEvents({ ...world, handle: () => Promise.reject(new Error('no')) });
  expect(broken.unresolved.length).toBeGreaterThan(0);
  world.time.offsetMs += 3600_000;
  expect(await sweep()).toMatchObject({ resolved: broken.unresolved.length, unresolved: [] });
  expect((await world.scope('aria').orders.find(orderId))?.state).toBe('paid');
});

test('an event that always fails is tried less and less often, and the others are handled', async () => {
  const { url } = await world.placed('aria', 'usr_poison', album);
  await world.pay(url);
  await sweep();
  const [poison] = await eventsOf('checkout.session.completed');
  const tried: string[] = [];
  const handle = (id: string) => {
    tried.push(id);
    return id === poison?.id ? Promise.reject(new Error('never')) : world.handle(id);
  };
  for (const minutes of [11, 1, 1, 11, 11, 11]) {
    world.time.offsetMs += minutes * 60_000;
    await sweepEvents({ ...world, handle });
  }
  expect(tried.filter((id) => id === poison?.id)).toHaveLength(3);
  expect(new Set(tried).size).toBe(tried.length - 2);
  world.time.offsetMs += 24 * 3600_000;
  expect((await sweep()).resolved).toBe(1);
});

test('what was handled is left alone, and a swept stretch is not listed again', async () => {
  await sweep();
  world.time.offsetMs += 3600_000;
  await sweep();
  expect(await sweep()).toEqual({ found: 0, resolved: 0, unresolved: [] });
  world.time.offsetMs += 3600_000;
  await sweep();
  world.time.offsetMs += 3600_000;
  const listed: number[] = [];
  const list = world.stripe.events.list.bind(world.stripe.events);
  const watched = {
    ...world,
    stripe: Object.assign(Object.create(world.stripe), {
      events: {
        list: (params: Parameters<typeof list>[0]) => {
          listed.push(Number((params?.created as { gte: number }).gte));
          return list(params);
        },
      },
    }),
  };
  await sweepEvents(watched);
  expect(listed).toEqual([expect.closeTo(world.clock().getTime() / 1000 - 3600 - 900, -1)]);
});

test('a provider that fails in the middle is asked again from the same place', async () => {
  const { url } = await world.placed('aria', 'usr_half', album);
  await world.pay(url);
  const failing = {
    ...world,
    stripe: Object.assign(Object.create(world.stripe), {
      events: {
        async *list() {
          yield* (await world.stripe.events.list({ limit: 1 })).data;
          throw new Error('gone');
        },
      },
    }),
  };
  world.time.offsetMs += 7200_000;
  await expect(sweepEvents(failing)).rejects.toThrow('gone');
  expect((await sweep()).found).toBeGreaterThan(1);
});
