import type { RemoteFailureReason } from '@tessera/contracts/telemetry.ts';
import { ask, type Breaker, closed, fail, force, succeed } from './breaker.ts';

/** A breaker per release, by release id: a new release starts with a closed one. */
export interface Breakers {
  /** Whether an attempt may be made now; a yes has to be followed by what became of it. */
  allows(release: string): boolean;
  succeeded(release: string): void;
  failed(release: string, why: RemoteFailureReason): void;
  /** The visitor asks for it. */
  force(release: string): void;
  /** Why it was last refused an attempt. */
  why(release: string): RemoteFailureReason;
}

export interface BreakersOptions {
  /** Throws where the browser forbids it. */
  storage(): Pick<Storage, 'getItem' | 'setItem'>;
  now(): number;
}

const key = 'tessera-breakers';
const kept = 20;

/**
 * Breakers that outlive the document: each page of a shop is a document of its own, and a release that kept one visitor
 * waiting must not do so at every page. Where nothing can be kept they last as long as the document.
 */
export function createBreakers({ storage, now }: BreakersOptions): Breakers {
  const breakers = new Map<string, Breaker>(read(storage));
  const of = (release: string): Breaker => breakers.get(release) ?? closed;
  const set = (release: string, breaker: Breaker): void => {
    if (breaker === of(release)) return;
    breakers.delete(release);
    if (breaker !== closed) breakers.set(release, breaker);
    try {
      storage().setItem(key, JSON.stringify([...breakers].slice(-kept)));
    } catch {
      // Full or forbidden.
    }
  };
  return {
    allows(release) {
      const { allowed, breaker } = ask(of(release), now());
      set(release, breaker);
      return allowed;
    },
    succeeded: (release) => set(release, succeed()),
    failed: (release, why) => set(release, fail(of(release), now(), why)),
    force: (release) => set(release, force(of(release))),
    why(release) {
      const breaker = of(release);
      return breaker.state === 'closed' ? 'network' : breaker.why;
    },
  };
}

/** What another version or another hand has written is as good as nothing. */
function read(storage: BreakersOptions['storage']): [string, Breaker][] {
  try {
    const found: unknown = JSON.parse(storage().getItem(key) ?? '[]');
    return Array.isArray(found) ? found.filter(isEntry).slice(-kept) : [];
  } catch {
    return [];
  }
}

const isEntry = (entry: unknown): entry is [string, Breaker] =>
  Array.isArray(entry) && typeof entry[0] === 'string' && isBreaker(entry[1]);

function isBreaker(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { state, failures, opened, until, why } = value as Record<string, unknown>;
  if (state === 'closed') return Number.isFinite(failures);
  return (
    (state === 'open' || state === 'half-open') &&
    Number.isInteger(opened) &&
    Number.isFinite(until) &&
    typeof why === 'string'
  );
}
