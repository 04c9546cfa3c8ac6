import { afterEach, expect, it, vi } from 'vitest';
import { giveWay } from './give-way.ts';

afterEach(() => vi.unstubAllGlobals());

it('lets what waits already go first, with a scheduler and without one', async () => {
  const yielding = vi.fn(() => Promise.resolve());
  vi.stubGlobal('scheduler', { yield: yielding });
  await giveWay();
  expect(yielding).toHaveBeenCalledOnce();
  vi.stubGlobal('scheduler', {});
  const order: string[] = [];
  setTimeout(() => order.push('what waited'));
  await giveWay().then(() => order.push('the next step'));
  expect(order).toEqual(['what waited', 'the next step']);
});
