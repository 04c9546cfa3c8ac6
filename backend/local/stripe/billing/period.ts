export interface Recurrence {
  interval: string;
  interval_count: number;
}

const daySeconds = 24 * 3600;

/**
 * Where the n-th period after the anchor begins, in epoch seconds. Counted from the anchor and never from the period before, so that a
 * subscription of the 31st comes back to the 31st after February.
 */
export function periodStart(anchor: number, { interval, interval_count: count }: Recurrence, n: number): number {
  if (interval === 'day') return anchor + n * count * daySeconds;
  if (interval === 'week') return anchor + n * count * 7 * daySeconds;
  const months = n * count * (interval === 'year' ? 12 : 1);
  const date = new Date(anchor * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return Math.floor(date.getTime() / 1000);
}

/** The first beginning of a period after an instant. */
export function nextPeriodStart(anchor: number, recurrence: Recurrence, after: number): number {
  let n = 1;
  while (periodStart(anchor, recurrence, n) <= after) n += 1;
  return periodStart(anchor, recurrence, n);
}
