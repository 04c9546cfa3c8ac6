import { MetricUnit, type Metrics } from '@aws-lambda-powertools/metrics';
import type { Logger } from '@aws-lambda-powertools/logger';
import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';
import { unreachable } from '../../platform/errors.ts';
import type { TelemetrySink } from './sink.ts';

/** Each event becomes one log line and one metric: the log says which release, the metric is what alarms watch. */
export const createTelemetrySink = ({ logger, metrics }: { logger: Logger; metrics: Metrics }): TelemetrySink => ({
  record(event, page) {
    logger.info('browser', {
      ...{ browser: event, releaseSet: page.releaseSet, tenant: page.tenantId },
      ...(page.override ? { override: true } : {}),
    });
    // Alarms watch what shoppers see.
    if (page.override) return;
    const { name, unit, value } = toMetric(event);
    metrics.addMetric(name, unit, value);
  },
});

function toMetric(event: TelemetryEvent): {
  name: string;
  unit: (typeof MetricUnit)[keyof typeof MetricUnit];
  value: number;
} {
  switch (event.type) {
    case 'remote-failed':
      return { name: 'RemoteFailed', unit: MetricUnit.Count, value: 1 };
    case 'remote-recovered':
      return { name: 'RemoteRecovered', unit: MetricUnit.Count, value: 1 };
    case 'remote-mounted':
      return { name: 'RemoteMountTime', unit: MetricUnit.Milliseconds, value: event.durationMs };
    case 'error':
      return { name: 'BrowserError', unit: MetricUnit.Count, value: 1 };
    case 'api-failed':
      return { name: 'ApiFailed', unit: MetricUnit.Count, value: 1 };
    case 'vital':
      return {
        name: event.name,
        unit: event.name === 'CLS' ? MetricUnit.NoUnit : MetricUnit.Milliseconds,
        value: event.value,
      };
    default:
      return unreachable(event);
  }
}
