import { afterEach, expect, it, vi } from 'vitest';
import { afterFrame, giveWay } from './give-way.ts';

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

it('waits until a frame is drawn', async () => {
  let draw = (): void => undefined;
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => void (draw = frame));
  const settled = vi.fn();
  const waited = afterFrame().then(settled);
  await Promise.resolve();
  expect(settled).not.toHaveBeenCalled();
  draw();
  expect(settled).not.toHaveBeenCalled();
  await waited;
});

it('does not wait for a frame that never comes', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  await expect(afterFrame()).resolves.toBeUndefined();
});
