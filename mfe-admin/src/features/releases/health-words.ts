import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { badOf, isShare, totalOf, type ChartName, type Side } from './health-series.ts';
import { shareOf } from './percent.ts';
import type { ReleasesText } from './text.ts';
import type { HealthEvidence, HealthMetric, ReleaseHealth } from './types.ts';

/** "3 %", "1.2 s", "180 ms". */
export function formatValue(formats: Formats, name: ChartName, value: number): string {
  if (isShare(name)) return shareOf(formats, value, 1);
  return name === 'LCP' ? seconds(formats, value) : milliseconds(formats, value);
}

const seconds = (formats: Formats, ms: number): string =>
  formats.number(ms / 1_000, { style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits: 2 });

const milliseconds = (formats: Formats, ms: number): string =>
  formats.number(Math.round(ms), { style: 'unit', unit: 'millisecond', unitDisplay: 'short' });

interface OneSide {
  name: ChartName;
  side: Side;
  health: ReleaseHealth;
}

/** What a chart shows of one release in a sentence, with how many page views it rests on; none where there were none. */
export function sideInWords(t: ReleasesText, formats: Formats, { name, side, health }: OneSide): string[] {
  const known = health[side];
  const value = known && totalOf(name, known.total);
  if (!known || value === undefined) return [];
  const { version, total } = known;
  const bad = badOf(name, total);
  const views = formats.number(total.views);
  const measured = formatValue(formats, name, value);
  return [
    bad === undefined
      ? t('words.vital', { version, value: measured, views })
      : t('words.share', { version, value: measured, bad: formats.number(bad), views }),
  ];
}

type Compared = Pick<HealthEvidence, 'metric' | 'canary' | 'stable'>;

const keys = {
  failures: 'compare.failures',
  errors: 'compare.errors',
  'api-errors': 'compare.api-errors',
} as const;

/** "4 of 120 page views failed, against 1 of 2,300." */
export function comparisonInWords(t: ReleasesText, formats: Formats, { metric, canary, stable }: Compared): string {
  const values = { views: formats.number(canary.views), stableViews: formats.number(stable.views) };
  if (metric === 'LCP' || metric === 'INP' || metric === 'CLS')
    return t(`compare.${metric}`, {
      ...values,
      p75: vital(formats, metric, canary.p75 ?? 0),
      stableP75: vital(formats, metric, stable.p75 ?? 0),
    });
  return t(keys[metric], { ...values, bad: formats.number(canary.bad), stableBad: formats.number(stable.bad) });
}

function vital(formats: Formats, metric: Extract<HealthMetric, 'LCP' | 'INP' | 'CLS'>, value: number): string {
  if (metric === 'CLS') return formats.number(value, { maximumFractionDigits: 2 });
  return metric === 'LCP' ? seconds(formats, value) : milliseconds(formats, value);
}
