import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';

type Vital = Extract<TelemetryEvent, { type: 'vital' }>;

/** Whose a page is while its document lives: remotes take turns, and their releases give way to fallbacks. */
export interface Turns {
  /** A release of a remote is the page now, or was to be. */
  taken(remote: string, release: string | undefined): void;
  /** Whom a vital is charged to; nobody where what it measures was more than one remote's. */
  ownerOf(vital: Vital['name']): Pick<Vital, 'remote' | 'release'>;
}

/** Measured over the whole life of a document. */
const lasting: ReadonlySet<Vital['name']> = new Set(['INP', 'CLS']);

/** @param first the remote that the document was made for */
export function createTurns(first: string | undefined): Turns {
  const releases = new Set<string | undefined>();
  let others = false;
  return {
    taken(remote, release) {
      if (remote !== first) others = true;
      else if (!others) releases.add(release);
    },
    ownerOf(vital) {
      if (first === undefined || releases.size > 1 || (others && lasting.has(vital))) return {};
      const [release] = releases;
      return { remote: first, ...(release === undefined ? {} : { release }) };
    },
  };
}
