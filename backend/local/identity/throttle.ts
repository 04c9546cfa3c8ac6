const windowMs = 15 * 60_000;
const lockMs = 60_000;
const maxFailures = 5;
const maxKeys = 10_000;

interface Entry {
  failures: number;
  since: number;
  lockedUntil: number;
}

/** Five failures lock a key for a minute. A lock says nothing of the account: unknown addresses lock just the same. */
export function createAttemptThrottle(now: () => number = Date.now) {
  const entries = new Map<string, Entry>();
  return {
    /** Seconds until the next attempt is taken; 0 where it is taken now. */
    waitSeconds(key: string): number {
      const entry = entries.get(key);
      return entry ? Math.max(0, Math.ceil((entry.lockedUntil - now()) / 1000)) : 0;
    },
    fail(key: string): void {
      const known = entries.get(key);
      const entry = known && now() - known.since < windowMs ? known : { failures: 0, since: now(), lockedUntil: 0 };
      entry.failures += 1;
      if (entry.failures >= maxFailures)
        Object.assign(entry, { failures: 0, since: now(), lockedUntil: now() + lockMs });
      if (entries.size >= maxKeys) entries.clear();
      entries.set(key, entry);
    },
    succeed(key: string): void {
      entries.delete(key);
    },
  };
}

export type AttemptThrottle = ReturnType<typeof createAttemptThrottle>;
