import type { Buyer } from '../lib/shop-process.ts';

/** What the load generator is asked to do. */
export interface Job {
  scenario: string;
  origin: string;
  connections: number;
  durationMs: number;
  buyers: readonly Buyer[];
}

/** How it went; latencies of what succeeded, in milliseconds. */
export interface Outcome {
  latenciesMs: readonly number[];
  elapsedMs: number;
  failures: number;
  firstFailure?: string;
}
