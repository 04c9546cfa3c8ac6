import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '../problem-error.ts';
import type { PageState } from '../router/page-state.ts';
import { retryOffline } from './retry-offline.ts';

const noConnection = new ProblemError({ type: 'about:blank', title: 'No connection', status: 503, code: 'offline' });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page whose loads fail so often before one goes well, on a device that is offline at first. */
function aPage({ failures, error = noConnection }: { failures: number; error?: Error }) {
  const heard = { offline: [] as (() => void)[], router: [] as (() => void)[] };
  const subscribeTo = (to: (() => void)[]) => (listener: () => void) => {
    to.push(listener);
    return () => void to.splice(to.indexOf(listener), 1);
  };
  let online = false;
  let shown: Error | undefined = error;
  let location = { pathname: '/a' } as PageState['location'];
  const loads: number[] = [];
  const begin = Date.now();
  const stop = retryOffline({
    offline: { get: () => ({ online, updateReady: false, queuedWrites: 0 }), subscribe: subscribeTo(heard.offline) },
    router: {
      state: () => ({ error: shown, location }) as PageState,
      subscribe: subscribeTo(heard.router),
      reload() {
        loads.push(Date.now() - begin);
        shown = loads.length > failures ? undefined : error;
        for (const listener of heard.router) listener();
        return Promise.resolve();
      },
    },
  });
  const turn = (to: boolean): void => {
    online = to;
    for (const listener of heard.offline) listener();
  };
  const fails = (pathname?: string): void => {
    if (pathname !== undefined) location = { ...location, pathname };
    for (const listener of heard.router) listener();
  };
  return { loads, stop, turn, heard, fails };
}

it('loads at once when the network is back, and not again', async () => {
  const page = aPage({ failures: 0 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.loads).toEqual([]);
  page.turn(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.loads).toEqual([60_000]);
});

it('goes on where the first requests of the new connection fail, and then leaves it to the visitor', async () => {
  const page = aPage({ failures: 99 });
  page.turn(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.loads).toEqual([0, 250, 1_250, 3_250, 7_250, 15_250]);
  page.turn(false);
  page.turn(true);
  await vi.advanceTimersByTimeAsync(500);
  expect(page.loads).toHaveLength(8);
});

it('waits while the network is gone again', async () => {
  const page = aPage({ failures: 99 });
  page.turn(true);
  page.turn(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.loads).toEqual([0]);
});

it('tries again what failed while the network came back', async () => {
  const page = aPage({ failures: 1 });
  page.turn(true);
  await vi.advanceTimersByTimeAsync(100);
  page.fails();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.loads).toEqual([0, 250]);
});

it('begins anew with another page', async () => {
  const page = aPage({ failures: 99 });
  page.turn(true);
  await vi.advanceTimersByTimeAsync(60_000);
  const { length } = page.loads;
  page.fails('/b');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.loads.length).toBe(length + 5);
});

it('leaves other problems alone, and stops with its page', async () => {
  const broken = aPage({ failures: 99, error: new Error('broken') });
  broken.turn(true);
  broken.fails();
  const left = aPage({ failures: 99 });
  left.turn(true);
  left.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(broken.loads).toEqual([]);
  expect(left.loads).toEqual([0]);
  expect(left.heard).toEqual({ offline: [], router: [] });
});
