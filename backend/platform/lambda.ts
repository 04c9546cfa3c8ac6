import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { headers } from '@tessera/contracts/http.ts';
import { fromVersionedPath } from '@tessera/contracts/slice-ref.ts';
import type { Hono } from 'hono';
import { handle, streamHandle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import type { HttpEnv } from './http-types.ts';
import { traced, type Telemetry } from './telemetry.ts';

type App = Pick<Hono<HttpEnv>, 'fetch'>;

/** A slice behind API Gateway (payload v2): logs, a trace and metrics around every request. */
export function toLambdaHandler(app: App, telemetry: Telemetry) {
  const respond = handle(observed(app, telemetry));
  return (event: LambdaEvent, context: LambdaContext) =>
    observeInvocation(telemetry, context, () => respond(unversioned(event), context));
}

/** The gateway leads to a version by the beginning of a path, which the slice's own routes know nothing of. */
function unversioned(event: LambdaEvent): LambdaEvent {
  if (!('rawPath' in event) || !event.rawPath.startsWith('/v/')) return event;
  return { ...event, rawPath: fromVersionedPath(event.rawPath).path };
}

/** The same behind a Function URL that streams. Must be called inside a Lambda runtime. */
export function toStreamingHandler(app: App, telemetry: Telemetry) {
  const observer = observed(app, telemetry);
  const name = process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? 'function';
  // A subsegment of our own: what the runtime opened may not be annotated. It ends with the answer's head.
  const traceable: App = {
    fetch: (...request) => traced(telemetry.tracer, `## ${name}`, async () => observer.fetch(...request)),
  };
  return streamHandle(traceable as Hono<HttpEnv>); // the adapter calls nothing but `fetch`
}

/** Logs, trace and metrics around an invocation of any kind; also for workers and directly invoked functions. */
export async function observeInvocation<T>(
  { logger, metrics, tracer }: Telemetry,
  context: Pick<LambdaContext, 'awsRequestId' | 'functionName'>,
  work: () => Promise<T>,
): Promise<T> {
  logger.appendKeys({ function_name: context.functionName, function_request_id: context.awsRequestId });
  metrics.captureColdStartMetric(context.functionName);
  const startedAt = performance.now();
  try {
    return await traced(tracer, `## ${context.functionName}`, work);
  } catch (error) {
    metrics.addMetric('Failures', MetricUnit.Count, 1);
    throw error;
  } finally {
    metrics.addMetric('Latency', MetricUnit.Milliseconds, performance.now() - startedAt);
    metrics.publishStoredMetrics();
    logger.resetKeys();
  }
}

/** Annotates the trace with the tenant and the request id, by which `ops` finds it. */
function observed(app: App, { tracer }: Telemetry): Hono<HttpEnv> {
  const observer: App = {
    fetch: async (request, ...rest) => {
      const tenant = request.headers.get(headers.tenant)?.split('.')[0];
      const response = await app.fetch(request, ...rest);
      if (tracer.isTracingEnabled() && tracer.getSegment()) {
        if (tenant) tracer.putAnnotation('tenant', tenant);
        tracer.putAnnotation('requestId', response.headers.get(headers.requestId) ?? '');
        tracer.putAnnotation('status', response.status);
      }
      return response;
    },
  };
  return observer as Hono<HttpEnv>; // the adapter calls nothing but `fetch`
}
