import type { Histogram, Measure } from './release-counts.ts';

/** Upper edges of a measure's bins, growing by a sixth, so that a percentile is told to within 17 %. The last bin has none. */
export const edgesOf: Readonly<Record<Measure, readonly number[]>> = {
  mount: geometric(10, 32),
  LCP: geometric(100, 32),
  INP: geometric(8, 32),
  CLS: geometric(0.005, 32),
};

function geometric(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first * (7 / 6) ** index);
}

/** Index of the bin that a value falls into. */
export function binOf(measure: Measure, value: number): number {
  const edges = edgesOf[measure];
  const at = edges.findIndex((edge) => value <= edge);
  return at < 0 ? edges.length : at;
}

export const sizeOf = (histogram: Histogram): number => Object.values(histogram).reduce((sum, count) => sum + count, 0);

/** The bin that a quantile falls into; undefined where nothing was measured. */
export function quantileBin(histogram: Histogram, quantile: number): number | undefined {
  const size = sizeOf(histogram);
  if (size === 0) return undefined;
  let seen = 0;
  const bins = Object.keys(histogram).map(Number);
  for (const bin of bins.sort((a, b) => a - b)) {
    seen += histogram[bin] ?? 0;
    if (seen >= quantile * size) return bin;
  }
  return bins.at(-1);
}

/** The upper edge of the bin that the 75th percentile falls into. */
export function p75Of(measure: Measure, histogram: Histogram): number | undefined {
  const bin = quantileBin(histogram, 0.75);
  if (bin === undefined) return undefined;
  const edges = edgesOf[measure];
  const edge = edges[bin] ?? edges.at(-1) ?? 0;
  return measure === 'CLS' ? Math.round(edge * 1000) / 1000 : Math.round(edge);
}

/** How many were measured above a bin. */
export const countAbove = (histogram: Histogram, bin: number): number =>
  Object.entries(histogram).reduce((sum, [at, count]) => (Number(at) > bin ? sum + count : sum), 0);
