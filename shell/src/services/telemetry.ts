import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';

export interface TelemetryOptions {
  releaseSetId: string;
  /** Sends a body without waiting for an answer. */
  send(body: string): void;
  delayMs: number;
}

export interface Telemetry {
  report(event: TelemetryEvent): void;
  flush(): void;
}

const batchSize = 50;
/** A page that fails in a loop must not become a load of its own. */
const maxEventsPerDocument = 500;

/** Collects events and sends them in batches. */
export function createTelemetry({ releaseSetId, send, delayMs }: TelemetryOptions): Telemetry {
  let events: TelemetryEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reported = 0;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (events.length === 0) return;
    send(JSON.stringify({ releaseSet: releaseSetId, events }));
    events = [];
  };

  return {
    flush,
    report(event) {
      reported += 1;
      if (reported > maxEventsPerDocument) return;
      events.push(event);
      if (events.length >= batchSize) flush();
      else timer ??= setTimeout(flush, delayMs);
    },
  };
}
