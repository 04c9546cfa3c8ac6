import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { FunctionPool } from './function-pool.ts';
import type { LambdaEnvironment } from './lambda-environment.ts';
import type { InvokeMessage } from './protocol.ts';
import { createTenantPools } from './tenant-pools.ts';

/** Environments that count what they served, and end when they are told to. */
function setup(idleMs = 60_000) {
  const made: { served: string[]; closed: boolean }[] = [];
  const held: (() => void)[] = [];
  const createEnvironment = (): LambdaEnvironment => {
    const own = { served: [] as string[], closed: false };
    made.push(own);
    return {
      get alive() {
        return !own.closed;
      },
      abort: () => undefined,
      async invoke({ event }) {
        own.served.push(event);
        if (event.endsWith('held')) await new Promise<void>((resolve) => held.push(resolve));
        return { kind: 'json', payload: '1' };
      },
      close: () => ((own.closed = true), Promise.resolve()),
    };
  };
  pools = createTenantPools({
    settings: { functionName: 'f', bundle: '', memoryMb: 64, region: 'eu-central-1' },
    ...{ env: {}, timeoutMs: 1_000, maxTenants: 2, idleMs, createEnvironment, onLog: () => undefined },
  });
  return { pools, made, release: () => held.splice(0).forEach((go) => go()) };
}
let pools: FunctionPool | undefined;
afterEach(() => pools?.close());

const message = (event: string): InvokeMessage => ({
  ...{ type: 'invoke', requestId: '', event, deadlineMs: 0, trace: '', answer: 'json' },
});
const call = (of: FunctionPool, tenantId: string, event = tenantId) => of.run(message(event), { tenantId });

test('each tenant has an environment of its own, and keeps it', async () => {
  const { pools, made } = setup();
  for (const tenant of ['a', 'b', 'a', 'b']) await call(pools, tenant);
  expect(made.map(({ served }) => served)).toEqual([
    ['a', 'a'],
    ['b', 'b'],
  ]);
  expect(pools.stats.invocations).toBe(4);
});

test('who was not served for longest makes room', async () => {
  const { pools, made } = setup();
  for (const tenant of ['a', 'b', 'a', 'c']) await call(pools, tenant);
  expect(made.map(({ served, closed }) => `${served[0]} ${closed}`)).toEqual(['a false', 'b true', 'c false']);
  expect(pools.size).toBe(2);
});

test('where all are at work, another is throttled, and served when there is room', async () => {
  const { pools, release } = setup();
  const busy = ['a', 'b'].map((tenant) => call(pools, tenant, `${tenant} held`));
  expect(await call(pools, 'c')).toEqual({ kind: 'throttled' });
  expect(pools.stats.throttles).toBe(1);
  release();
  await Promise.all(busy);
  expect(await call(pools, 'c')).toMatchObject({ kind: 'json' });
});

test('an environment that nobody asks ends by itself', async () => {
  const { pools, made } = setup(20);
  await call(pools, 'a');
  await delay(60);
  expect(made).toMatchObject([{ closed: true }]);
  expect(pools.size).toBe(0);
  await call(pools, 'a');
  expect(made).toHaveLength(2);
});
