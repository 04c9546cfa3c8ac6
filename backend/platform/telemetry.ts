import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';

export interface Telemetry {
  logger: Logger;
  tracer: Tracer;
  metrics: Metrics;
}

/**
 * One per function. Tracing follows the runtime: X-Ray segments go to `AWS_XRAY_DAEMON_ADDRESS` inside a Lambda
 * runtime, and nothing is traced outside of one.
 */
export function createTelemetry(serviceName: string): Telemetry {
  return {
    logger: new Logger({ serviceName }),
    tracer: new Tracer({ serviceName }),
    metrics: new Metrics({ namespace: 'Tessera', serviceName }),
  };
}

/** Runs `work` under a subsegment where tracing is on. */
export async function traced<T>(tracer: Tracer, name: string, work: () => Promise<T>): Promise<T> {
  const parent = tracer.isTracingEnabled() ? tracer.getSegment() : undefined;
  if (!parent) return work();
  const segment = parent.addNewSubsegment(name);
  tracer.setSegment(segment);
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error) segment.addError(error);
    throw error;
  } finally {
    segment.close();
    tracer.setSegment(parent);
  }
}
