import { binOf } from './histogram.ts';
import { addCounts, measures, noCounts, type Measure, type ReleaseCounts } from './release-counts.ts';

/*
 * How the counts of a release are written: one flat name for each number.
 */

type Plain = Exclude<keyof ReleaseCounts, 'reasons' | 'histograms'>;
const plain: readonly Plain[] = ['views', 'failures', 'loadFailures', 'mountFailures', 'errors', 'apiErrors'];

export const reasonName = (reason: string): string => `reason:${reason}`;
export const binName = (measure: Measure, value: number): string => `${measure}:${binOf(measure, value)}`;

export function toCounts(numbers: Readonly<Record<string, number>>): ReleaseCounts {
  const counts = {
    ...noCounts,
    reasons: {} as Record<string, number>,
    histograms: { mount: {}, LCP: {}, INP: {}, CLS: {} } as Record<Measure, Record<number, number>>,
  };
  for (const name of plain) counts[name] = numbers[name] ?? 0;
  for (const [name, value] of Object.entries(numbers)) {
    const [kind = '', rest] = name.split(':');
    if (rest === undefined) continue;
    const measure = measures.find((known) => known === kind);
    if (measure) counts.histograms[measure][Number(rest)] = value;
    else counts.reasons[rest] = value;
  }
  return counts;
}

/** All of a span. */
export const sumOf = (all: readonly { numbers: Readonly<Record<string, number>> }[]): ReleaseCounts =>
  all.reduce((sum, { numbers }) => addCounts(sum, toCounts(numbers)), noCounts);
