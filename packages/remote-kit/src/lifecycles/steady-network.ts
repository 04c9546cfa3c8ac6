import type { ShellServices } from '@tessera/contracts/shell-services.ts';

/** As long as a network that came back is not relied on: its first requests often fail too. */
const unsteadyMs = 10_000;

export interface SteadyNetwork {
  /** Whether what fails now fails for another reason than the network. */
  isSteady(): boolean;
  stop(): void;
}

export function watchNetwork(
  offline: Pick<ShellServices['offline'], 'get' | 'subscribe'>,
  now: () => number = () => performance.now(),
): SteadyNetwork {
  let wasOnline = offline.get().online;
  let backAt = -Infinity;
  const stop = offline.subscribe(() => {
    const { online } = offline.get();
    if (online && !wasOnline) backAt = now();
    wasOnline = online;
  });
  return { isSteady: () => offline.get().online && now() - backAt > unsteadyMs, stop };
}
