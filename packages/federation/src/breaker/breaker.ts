import type { RemoteFailureReason } from '@tessera/contracts/telemetry.ts';

/**
 * Whether a release is worth asking for.
 *
 *     closed ──failures──▶ open ──time──▶ half-open ──success──▶ closed
 *                            ▲                 └─────failure──▶ open, for twice as long
 *
 * Times are milliseconds since the epoch. `opened` counts how often it opened in a row.
 */
export type Breaker =
  | { state: 'closed'; failures: number }
  | { state: 'open'; opened: number; until: number; why: RemoteFailureReason }
  /** One attempt is under way to find out; one that was never heard of again is given up at `until`. */
  | { state: 'half-open'; opened: number; until: number; why: RemoteFailureReason };

export const closed: Breaker = { state: 'closed', failures: 0 };

const threshold = 2;
const pauseMs = 30_000;
const longestPauseMs = 10 * 60_000;
const probeMs = 60_000;

/** Whether an attempt may be made now, and the state with that attempt under way. */
export function ask(breaker: Breaker, now: number): { allowed: boolean; breaker: Breaker } {
  if (breaker.state === 'closed') return { allowed: true, breaker };
  if (now < breaker.until) return { allowed: false, breaker };
  return { allowed: true, breaker: { ...breaker, state: 'half-open', until: now + probeMs } };
}

export const succeed = (): Breaker => closed;

/** An attempt failed. One that kept its visitor waiting until it was given up is not made a second time at once. */
export function fail(breaker: Breaker, now: number, why: RemoteFailureReason): Breaker {
  if (breaker.state === 'closed') {
    const failures = breaker.failures + (why === 'timeout' || why === 'mount-timeout' ? threshold : 1);
    return failures < threshold ? { state: 'closed', failures } : open(1, now, why);
  }
  return open(breaker.opened + 1, now, why);
}

/** The visitor asks for it: the next attempt is made whatever the time. */
export const force = (breaker: Breaker): Breaker =>
  breaker.state === 'closed' ? breaker : { ...breaker, state: 'open', until: 0 };

const open = (opened: number, now: number, why: RemoteFailureReason): Breaker => ({
  ...{ state: 'open', opened, why },
  until: now + Math.min(longestPauseMs, pauseMs * 2 ** (opened - 1)),
});
