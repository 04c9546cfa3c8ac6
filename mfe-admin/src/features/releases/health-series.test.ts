import { expect, test } from 'vitest';
import { runsOf, seriesOf, totalOf } from './health-series.ts';
import type { HealthSample, ReleaseHealth } from './types.ts';

const sample = (given: Partial<HealthSample>): HealthSample => ({
  ...{ views: 0, loadFailures: 0, mountFailures: 0, errors: 0, apiErrors: 0 },
  ...given,
});
const points: ReleaseHealth['points'] = [
  { at: '2026-11-23T12:00:00.000Z', stable: sample({ views: 100, loadFailures: 1 }), canary: sample({}) },
  { at: '2026-11-23T12:01:00.000Z', stable: sample({ views: 80, lcpP75Ms: 1_240 }) },
  {
    at: '2026-11-23T12:02:00.000Z',
    stable: sample({ views: 90 }),
    canary: sample({ views: 10, loadFailures: 1, mountFailures: 2 }),
  },
];

test('a share is of page views, and nothing where there were none', () => {
  const { stable, canary, top } = seriesOf('failures', points);
  expect(stable.map(({ value }) => value)).toEqual([0.01, 0, 0]);
  expect(canary.map(({ value }) => value)).toEqual([undefined, undefined, 0.3]);
  expect(top).toBe(0.5);
});

test.each([
  ['failures', 0.05],
  ['api-errors', 0.05],
  ['LCP', 2_000],
  ['INP', 100],
] as const)('the scale of %s ends at %d', (name, top) => {
  expect(seriesOf(name, points.slice(0, 2)).top).toBe(top);
});

test('a page view that failed twice is one page view', () => {
  expect(totalOf('failures', sample({ views: 2, loadFailures: 2, mountFailures: 2 }))).toBe(1);
});

test('lines end at gaps', () => {
  const at = '';
  const given = [1, 2, undefined, undefined, 3, undefined].map((value) => ({ at, value }));
  expect(runsOf(given)).toEqual([
    [
      { index: 0, value: 1 },
      { index: 1, value: 2 },
    ],
    [{ index: 4, value: 3 }],
  ]);
  expect(runsOf([])).toEqual([]);
});
