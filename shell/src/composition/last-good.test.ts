import { expect, it, vi } from 'vitest';
import { createLastGood } from './last-good.ts';

const page = 'https://shop.test/work/1?x=1';

function storageOf(kept = new Map<string, string>()): Storage {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
}

const forbidden = (): Storage => {
  throw new DOMException('denied', 'SecurityError');
};

/** A worker that has the page's earlier document, or not. */
const workerThat = (has: boolean | undefined) => ({
  postMessage: vi.fn((_message: unknown, ports?: unknown) => {
    if (has !== undefined && Array.isArray(ports)) (ports[0] as MessagePort).postMessage(has);
  }),
});

function setUp(worker: ReturnType<typeof workerThat> | undefined, storage: () => Storage) {
  const location = { href: `${page}#part`, reload: vi.fn() };
  return { location, create: () => createLastGood({ releaseSet: 'set_2', worker: () => worker, location, storage }) };
}

it('loads the page anew where the worker has it as an earlier set made it', async () => {
  const kept = storageOf();
  const worker = workerThat(true);
  const { location, create } = setUp(worker, () => kept);
  const leave = await create().find();
  expect(location.reload).not.toHaveBeenCalled();
  leave?.();
  expect(location.reload).toHaveBeenCalledTimes(1);
  expect(worker.postMessage.mock.lastCall?.[0]).toEqual({ type: 'last-good', page, releaseSet: 'set_2' });
});

it('does so once: a page that was set back and fails again is not set back further', async () => {
  const kept = storageOf();
  const { create } = setUp(workerThat(true), () => kept);
  await create().find();
  const next = create();
  expect(await next.find()).toBeUndefined();
  expect(await create().find()).toBeDefined();
});

it.each([
  ['there is no worker', undefined, () => storageOf()],
  ['the worker has none', workerThat(false), () => storageOf()],
  ['the worker does not answer', workerThat(undefined), () => storageOf()],
  ['nothing can be marked', workerThat(true), forbidden],
] as const)('leaves the page as it is where %s', async (_what, worker, storage) => {
  const { location, create } = setUp(worker, storage);
  expect(await create().find()).toBeUndefined();
  expect(location.reload).not.toHaveBeenCalled();
});

it('says once that its set is good, and never of a page that was set back', async () => {
  const kept = storageOf();
  const worker = workerThat(true);
  const { create } = setUp(worker, () => kept);
  const first = create();
  first.approve();
  first.approve();
  expect(worker.postMessage).toHaveBeenCalledTimes(1);
  expect(worker.postMessage).toHaveBeenCalledWith({ type: 'good', releaseSet: 'set_2' });
  await first.find();
  create().approve();
  expect(
    worker.postMessage.mock.calls.filter(([message]) => (message as { type: string }).type === 'good'),
  ).toHaveLength(1);
});
