import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { poll } from './poll.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const everyMs = 1_000;

it('looks again after a look that failed', async () => {
  const error = new Error('no answer');
  const look = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(error);
  const onError = vi.fn();
  const stop = poll({ look, everyMs, isWatched: () => true, onError });
  await vi.advanceTimersByTimeAsync(3 * everyMs);
  expect(look).toHaveBeenCalledTimes(3);
  expect(onError.mock.calls).toEqual([[error]]);
  stop();
});

it('looks only while somebody does', async () => {
  let watched = false;
  const look = vi.fn(() => Promise.resolve());
  const stop = poll({ look, everyMs, isWatched: () => watched, onError: vi.fn() });
  await vi.advanceTimersByTimeAsync(2 * everyMs);
  expect(look).not.toHaveBeenCalled();
  watched = true;
  await vi.advanceTimersByTimeAsync(everyMs);
  expect(look).toHaveBeenCalledTimes(1);
  stop();
});

it('ends with the look that was on its way when it was stopped', async () => {
  const slow = Promise.withResolvers<void>();
  const look = vi.fn(() => slow.promise);
  const stop = poll({ look, everyMs, isWatched: () => true, onError: vi.fn() });
  await vi.advanceTimersByTimeAsync(everyMs);
  stop();
  slow.resolve();
  await vi.advanceTimersByTimeAsync(3 * everyMs);
  expect(look).toHaveBeenCalledTimes(1);
});
