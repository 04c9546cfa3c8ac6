import { expect, it } from 'vitest';
import { watchNetwork } from './steady-network.ts';

it('relies on a network some time after it came back', () => {
  let now = 0;
  let online = true;
  let heard = (): void => undefined;
  const turn = (to: boolean): void => {
    online = to;
    heard();
  };
  const network = watchNetwork(
    {
      get: () => ({ online, updateReady: false, queuedWrites: 0 }),
      subscribe: (listener) => ((heard = listener), () => undefined),
    },
    () => now,
  );
  expect(network.isSteady()).toBe(true);
  turn(false);
  expect(network.isSteady()).toBe(false);
  now = 1_000;
  turn(true);
  expect(network.isSteady()).toBe(false);
  now = 5_000;
  heard();
  now = 11_001;
  expect(network.isSteady()).toBe(true);
});
