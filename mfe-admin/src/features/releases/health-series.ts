import type { HealthSample, ReleaseHealth } from './types.ts';

export const charts = ['failures', 'LCP', 'INP', 'api-errors'] as const;
export type ChartName = (typeof charts)[number];
export type Side = 'canary' | 'stable';

export interface Point {
  at: string;
  /** Undefined where nothing was seen. */
  value: number | undefined;
}

export interface Series {
  name: ChartName;
  canary: readonly Point[];
  stable: readonly Point[];
  /** Upper end of the scale: a round number above every value. */
  top: number;
}

/** Shares are 0 to 1, vitals milliseconds. */
const valueOf: Readonly<Record<ChartName, (sample: HealthSample) => number | undefined>> = {
  failures: ({ views, loadFailures, mountFailures }) =>
    views === 0 ? undefined : Math.min(1, (loadFailures + mountFailures) / views),
  'api-errors': ({ views, apiErrors }) => (views === 0 ? undefined : Math.min(1, apiErrors / views)),
  LCP: ({ lcpP75Ms }) => lcpP75Ms,
  INP: ({ inpP75Ms }) => inpP75Ms,
};

/** Where a chart of nothing but zeros ends, so that nothing looks like much. */
const leastTop: Readonly<Record<ChartName, number>> = { failures: 0.05, 'api-errors': 0.05, LCP: 1_000, INP: 100 };

export const isShare = (name: ChartName): boolean => name === 'failures' || name === 'api-errors';

export function seriesOf(name: ChartName, points: ReleaseHealth['points']): Series {
  const of = (side: Side) =>
    points.map((point) => {
      const sample = point[side];
      return { at: point.at, value: sample && valueOf[name](sample) };
    });
  const [canary, stable] = [of('canary'), of('stable')];
  const highest = Math.max(0, ...[...canary, ...stable].map(({ value }) => value ?? 0));
  return { name, canary, stable, top: Math.max(leastTop[name], roundUp(highest)) };
}

/** Bad page views of a span, out of all; undefined for what is no share. */
export function badOf(name: ChartName, sample: HealthSample): number | undefined {
  if (name === 'failures') return sample.loadFailures + sample.mountFailures;
  return name === 'api-errors' ? sample.apiErrors : undefined;
}

export const totalOf = (name: ChartName, sample: HealthSample): number | undefined => valueOf[name](sample);

/** Runs of neighbouring points that have a value: a line is drawn through each, and none across a gap. */
export function runsOf(points: readonly Point[]): { index: number; value: number }[][] {
  const runs: { index: number; value: number }[][] = [];
  for (const [index, { value }] of points.entries()) {
    if (value === undefined) continue;
    const isNext = points[index - 1]?.value !== undefined;
    if (isNext) runs.at(-1)?.push({ index, value });
    else runs.push([{ index, value }]);
  }
  return runs;
}

/** 1, 2 or 5 times a power of ten, not below `value`. */
function roundUp(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5, 10].find((step) => step * power >= value * 0.999_999) ?? 10;
  return Number((factor * power).toPrecision(6));
}
