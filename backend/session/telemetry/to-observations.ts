import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';
import { binName, reasonName } from '../../composition/rollout/health/numbers.ts';

type Pins = Readonly<Record<string, string>>;
type Failed = Extract<TelemetryEvent, { type: 'remote-failed' }>['reason'];

/** Something that counts once for a remote in a page view, and what grows by it. */
export interface Observation {
  remote: string;
  /** `view`, `failed`, `error`, `api`, `mount`, `LCP`, `INP` or `CLS`. */
  kind: string;
  growth: readonly string[];
}

/**
 * What a page's events say of the releases its set pins. Whatever is told of a remote, it was to be on the page. What is
 * told of a fallback release is no news of the pinned one, but that it did not run.
 */
export function toObservations(
  events: readonly TelemetryEvent[],
  { pins, sampled }: { pins: Pins; sampled: boolean },
): Observation[] {
  const found = new Map<string, Observation>();
  const observe = (remote: string, kind: string, ...growth: string[]): void => {
    if (pins[remote] === undefined) return;
    const name = nameOf({ remote, kind });
    if (!found.has(name)) found.set(name, { remote, kind, growth });
  };
  for (const event of events) {
    const seen = observed(event, pins, sampled);
    observe('shell', 'view', 'views');
    if (seen?.remote === undefined) continue;
    observe(seen.remote, 'view', 'views');
    for (const [kind, ...growth] of seen.what) observe(seen.remote, kind, ...growth);
  }
  return [...found.values()];
}

export const nameOf = ({ remote, kind }: Pick<Observation, 'remote' | 'kind'>): string => `${remote}/${kind}`;

type Seen = { remote: string | undefined; what: (readonly [string, ...string[]])[] } | undefined;

function observed(event: TelemetryEvent, pins: Pins, sampled: boolean): Seen {
  const { remote } = event;
  const isPinned = event.release === undefined || (remote !== undefined && event.release === pins[remote]);
  switch (event.type) {
    case 'remote-failed':
      return isPinned ? { remote, what: [failure(event.reason)] } : { remote, what: [] };
    case 'remote-mounted':
      if (event.ran === 'fallback') return { remote, what: [failure(event.because ?? 'network')] };
      return { remote, what: isPinned ? [['mount', binName('mount', event.durationMs)]] : [] };
    case 'remote-recovered':
      return { remote, what: [] };
    case 'error':
      return { remote, what: isPinned && remote !== undefined ? [['error', 'errors']] : [] };
    case 'api-failed':
      return { remote, what: isPinned ? [['api', 'apiErrors']] : [] };
    case 'vital': {
      const { name, value } = event;
      const counts = sampled && isPinned && (name === 'LCP' || name === 'INP' || name === 'CLS');
      return counts ? { remote, what: [[name, binName(name, value)]] } : undefined;
    }
  }
}

const loading: ReadonlySet<Failed> = new Set(['network', 'timeout', 'integrity', 'evaluation', 'contract']);

const failure = (reason: Failed): [string, ...string[]] => [
  'failed',
  'failures',
  loading.has(reason) ? 'loadFailures' : 'mountFailures',
  reasonName(reason),
];
