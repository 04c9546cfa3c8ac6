import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { createAlarm } from './alarms.ts';
import type { PlatformFunction } from './platform-function.ts';

const period = Duration.minutes(5);

/** A function that fails, is refused room to run, or comes near its time limit. */
export function createFunctionAlarms(fn: PlatformFunction, topic: ITopic): void {
  const { name, timeoutMs } = fn.spec;
  const shared = { topic, runbook: name };
  createAlarm(fn, {
    ...shared,
    name: `${name}-errors`,
    what: `${name} failed five times in five minutes.`,
    metric: fn.metricErrors({ period, statistic: 'Sum' }),
    threshold: 5,
  });
  createAlarm(fn, {
    ...shared,
    name: `${name}-throttles`,
    what: `${name} was refused a place to run.`,
    metric: fn.metricThrottles({ period, statistic: 'Sum' }),
    threshold: 1,
  });
  createAlarm(fn, {
    ...shared,
    name: `${name}-duration`,
    what: `One of a hundred runs of ${name} takes four fifths of its time limit, for fifteen minutes.`,
    metric: fn.metricDuration({ period, statistic: 'p99' }),
    threshold: timeoutMs * 0.8,
    periods: 3,
  });
  if (name === 'composition') createRefusalAlarm(fn, topic);
}

/** Visitors keep the last good set meanwhile, so nobody else would notice. */
function createRefusalAlarm(fn: PlatformFunction, topic: ITopic): void {
  createAlarm(fn, {
    topic,
    runbook: fn.spec.name,
    name: 'composition-release-set-refused',
    what: 'A release set or a release in it is missing or not genuine.',
    metric: new Metric({
      namespace: 'Tessera',
      metricName: 'ReleaseSetRefused',
      dimensionsMap: { service: fn.spec.name },
      statistic: 'Sum',
      period,
    }),
    threshold: 1,
  });
}
