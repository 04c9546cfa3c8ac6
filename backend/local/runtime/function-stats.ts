/** Numbers of one function since start; durations of the last invocations only. */
export interface FunctionStats {
  invocations: number;
  errors: number;
  timeouts: number;
  throttles: number;
  coldStarts: number;
  lastInitMs: number;
  durationsMs: number[];
}

const keptDurations = 200;

export const newStats = (): FunctionStats => ({
  invocations: 0,
  errors: 0,
  timeouts: 0,
  throttles: 0,
  coldStarts: 0,
  lastInitMs: 0,
  durationsMs: [],
});

export function recordDuration(stats: FunctionStats, durationMs: number): void {
  stats.durationsMs[stats.invocations % keptDurations] = durationMs;
  stats.invocations += 1;
}

/** The value below which `share` of the values lie; 0 where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
