import 'fake-indexeddb/auto';
import type { Problem } from '@tessera/contracts/http.ts';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { WaitingWrite } from './waiting-write.ts';
import { createWriteQueue, type SendOutcome } from './write-queue.ts';
import { openWriteStore } from './write-store.idb.ts';

let shops = 0;
const newShop = (): string => `shop-${(shops += 1)}`;
const change = (key: string, quantity = 1) => ({ key, productId: 'prd_1', quantity });
const refused: Problem = { type: 'about:blank', title: 'Gone', status: 404, code: 'not_found' };

/** A page of a shop in some person's browser; `answers` are what the shop says to each write, taken where there is none. */
async function openPage(tenantId: string, owner: string | undefined, answers: SendOutcome[] = []) {
  const sent: WaitingWrite[] = [];
  const page = { owner, reachable: true, now: 1_000, waiting: [] as readonly WaitingWrite[] };
  const [settled, schedule] = [vi.fn(), vi.fn<(run: () => void, ms: number) => void>()];
  const queue = createWriteQueue({
    store: await openWriteStore(tenantId),
    send(write) {
      sent.push(write);
      return Promise.resolve(answers.shift() ?? { sent: true });
    },
    owner: () => page.owner,
    confirmOwner: () => Promise.resolve(page.reachable ? page.owner : undefined),
    onWaiting: (writes) => (page.waiting = writes),
    onSettled: settled,
    exclusively: (work) => work(),
    now: () => page.now,
    schedule,
  });
  return { queue, page, sent, settled, schedule, keys: () => sent.map(({ key }) => key) };
}

it('sends what waited in order, each under its key, once', async () => {
  const { queue, page, keys } = await openPage(newShop(), 'usr_1');
  for (const key of ['a', 'b', 'c']) await queue.add(change(key));
  expect(page.waiting).toHaveLength(3);
  await Promise.all([queue.drain(), queue.drain()]);
  await queue.drain();
  expect(keys()).toEqual(['a', 'b', 'c']);
  expect(page.waiting).toEqual([]);
});

it('survives the page it was made on', async () => {
  const shop = newShop();
  await (await openPage(shop, 'usr_1')).queue.add(change('a', 2));
  const next = await openPage(shop, 'usr_1');
  await next.queue.recount();
  expect(next.page.waiting).toMatchObject([{ key: 'a', quantity: 2 }]);
  await next.queue.drain();
  expect(next.keys()).toEqual(['a']);
});

it('stops where the shop cannot be reached, and goes on from there later', async () => {
  const down: SendOutcome = { sent: false, reason: 'unreachable' };
  const { queue, page, keys, schedule } = await openPage(newShop(), 'usr_1', [{ sent: true }, down]);
  page.reachable = false;
  for (const key of ['a', 'b', 'c']) await queue.add(change(key));
  expect(schedule).toHaveBeenCalledOnce();
  await queue.drain();
  expect(keys()).toEqual([]);
  page.reachable = true;
  await queue.drain();
  expect(keys()).toEqual(['a', 'b']);
  schedule.mock.lastCall?.[0]();
  await vi.waitFor(() => expect(page.waiting).toEqual([]));
  expect(keys()).toEqual(['a', 'b', 'b', 'c']);
});

it('gives up what the shop refuses, and says so', async () => {
  const { queue, page, settled } = await openPage(newShop(), 'usr_1', [{ sent: false, problem: refused }]);
  await queue.add(change('a'));
  await queue.add(change('b'));
  await queue.drain();
  expect(settled.mock.calls).toMatchObject([[{ problem: refused }], [{ write: { key: 'b' } }]]);
  expect(page.waiting).toEqual([]);
});

it('keeps people and shops apart', async () => {
  const shop = newShop();
  const mine = await openPage(shop, 'usr_1');
  await mine.queue.add(change('mine'));
  const theirs = await openPage(shop, 'usr_2');
  const elsewhere = await openPage(newShop(), 'usr_1');
  for (const { queue } of [theirs, elsewhere]) await queue.drain();
  expect([theirs.keys(), elsewhere.keys(), theirs.page.waiting]).toEqual([[], [], []]);
  await mine.queue.drain();
  expect(mine.keys()).toEqual(['mine']);
});

it('asks who is here before it sends, and not who was', async () => {
  const { queue, page, keys } = await openPage(newShop(), 'usr_1');
  await queue.add(change('a'));
  const drained = queue.drain();
  page.owner = 'usr_2';
  await drained;
  expect(keys()).toEqual([]);
});

it('takes nothing where nobody is known, and forgets on request', async () => {
  const { queue, page } = await openPage(newShop(), undefined);
  expect(await queue.add(change('a'))).toBe(false);
  page.owner = 'usr_1';
  expect(await queue.add(change('b'))).toBe(true);
  await queue.clear();
  expect(page.waiting).toEqual([]);
});

it('does not do today what somebody wanted long ago', async () => {
  const { queue, page, keys } = await openPage(newShop(), 'usr_1');
  await queue.add(change('old'));
  page.now += 8 * 86_400_000;
  await queue.add(change('new'));
  await queue.drain();
  expect(keys()).toEqual(['new']);
});

it('loses and doubles nothing, whatever comes between', async () => {
  const answer = fc.constantFrom<SendOutcome>({ sent: true }, { sent: false, reason: 'unreachable' });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.array(answer, { maxLength: 8 }), async (count, answers) => {
      const shop = newShop();
      const applied: string[] = [];
      const first = await openPage(shop, 'usr_1');
      const keys = Array.from({ length: count }, (_, index) => `key-${index}`);
      for (const key of keys) await first.queue.add(change(key));
      const rest = [...answers];
      for (let visit = 0; visit <= answers.length; visit += 1) {
        const said = [...rest];
        const { queue, keys: sent } = await openPage(shop, 'usr_1', said);
        await queue.drain();
        sent().forEach((key, index) => {
          if (rest[index]?.sent ?? true) applied.push(key);
        });
        rest.splice(0, rest.length, ...said);
      }
      expect(applied).toEqual(keys);
    }),
    { numRuns: 40 },
  );
});
