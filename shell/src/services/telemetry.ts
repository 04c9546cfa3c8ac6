import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';

export interface TelemetryOptions {
  releaseSetId: string;
  /** The page has a remote from elsewhere, of which no release knows. */
  override?: boolean;
  /** Sends a body without waiting for an answer. */
  send(body: string): void;
  delayMs: number;
  /** What fails is sent this soon: whoever sees it may soon be gone. */
  urgentDelayMs: number;
  /** Events wait so long for the page view's token, without which they count for nothing. */
  patienceMs: number;
}

export interface Telemetry {
  report(event: TelemetryEvent): void;
  /** Sends what there is, token or not: the page is left. */
  flush(): void;
  /** Sends what there is as soon as the page view's token has come, or without it after `withinMs`. */
  deliver(withinMs: number): Promise<void>;
  /** The page view's token has come. Only the first one is this document's. */
  admit(pageView: string): void;
  /** Whether a remote was mounted, or failed to be, in this document. */
  knows(remote: string): boolean;
}

const batchSize = 50;
/** A page that fails in a loop must not become a load of its own. */
const maxEventsPerDocument = 500;

/** Collects events and sends them in batches. */
export function createTelemetry(options: TelemetryOptions): Telemetry {
  const { releaseSetId, override, send, delayMs, urgentDelayMs, patienceMs } = options;
  let events: TelemetryEvent[] = [];
  let pageView: string | undefined;
  let timer: { handle: ReturnType<typeof setTimeout>; at: number } | undefined;
  let reported = 0;
  const remotes = new Set<string>();
  const admitted = Promise.withResolvers<void>();

  const flush = (): void => {
    clearTimeout(timer?.handle);
    timer = undefined;
    for (let from = 0; from < events.length; from += batchSize)
      send(
        JSON.stringify({
          releaseSet: releaseSetId,
          pageView,
          ...(override ? { override } : {}),
          events: events.slice(from, from + batchSize),
        }),
      );
    events = [];
  };

  const flushWithin = (ms: number): void => {
    const at = Date.now() + ms;
    if (timer && timer.at <= at) return;
    clearTimeout(timer?.handle);
    timer = { handle: setTimeout(flush, ms), at };
  };

  const delayOf = ({ type }: TelemetryEvent): number =>
    pageView === undefined ? patienceMs : type === 'remote-failed' ? urgentDelayMs : delayMs;

  return {
    flush,
    async deliver(withinMs) {
      const timer = setTimeout(admitted.resolve, withinMs);
      await admitted.promise;
      clearTimeout(timer);
      flush();
    },
    knows: (remote) => remotes.has(remote),
    admit(token) {
      if (pageView !== undefined) return;
      pageView = token;
      admitted.resolve();
      if (events.length > 0) flushWithin(Math.min(...events.map(delayOf)));
    },
    report(event) {
      reported += 1;
      if (reported > maxEventsPerDocument) return;
      events.push(event);
      if (event.remote !== undefined && (event.type === 'remote-mounted' || event.type === 'remote-failed'))
        remotes.add(event.remote);
      if (events.length >= batchSize && pageView !== undefined) flush();
      else flushWithin(delayOf(event));
    },
  };
}
