import type { IncomingHttpHeaders } from 'node:http';
import { versionOfAlias } from '@tessera/contracts/slice-ref.ts';
import type { Runtime, RuntimeOutcome } from '../runtime/runtime.ts';
import { json, serviceError, type ServiceReply } from './service-reply.ts';

/** `POST /2015-03-31/functions/{name}/invocations` */
export async function invokeFunction(
  runtime: Runtime,
  name: string,
  request: { headers: IncomingHttpHeaders; body: Buffer; qualifier?: string | undefined },
): Promise<ServiceReply> {
  const version = versionOfAlias(request.qualifier);
  if (!runtime.has(name, version))
    return serviceError(
      'ResourceNotFoundException',
      `Function not found: ${name}:${request.qualifier ?? '$LATEST'}`,
      404,
    );
  const event = request.body.length > 0 ? request.body.toString() : '{}';
  if (!isJson(event)) return serviceError('InvalidRequestContentException', 'Could not parse request body into json.');
  const tenantId = [request.headers['x-amz-tenant-id']].flat()[0];
  if (runtime.isIsolated(name) !== (tenantId !== undefined)) return wrongTenancy;
  const trace = [request.headers['x-amzn-trace-id']].flat()[0];
  const kind = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  if (kind === 'DryRun') return json({}, 204);
  const tenancy = tenantId === undefined ? {} : { tenantId };
  const outcome = runtime.invoke(name, event, { ...tenancy, answer: 'json', trace, version });
  if (kind === 'Event') {
    void outcome;
    return json({}, 202);
  }
  return toReply(await outcome);
}

const wrongTenancy = serviceError(
  'InvalidParameterValueException',
  'Tenant ID configuration not specified or passed to a function when tenant isolation is not enabled.',
);

function toReply(outcome: RuntimeOutcome): ServiceReply {
  switch (outcome.kind) {
    case 'json':
      return { status: 200, contentType: 'application/json', body: outcome.payload };
    case 'error':
      return functionError(outcome.error);
    case 'timeout':
      return functionError({
        errorType: 'Sandbox.Timedout',
        errorMessage: `Task timed out after ${(outcome.afterMs / 1000).toFixed(2)} seconds`,
      });
    case 'throttled':
      return serviceError('TooManyRequestsException', 'Rate Exceeded.', 429);
    case 'too-large':
      return serviceError('RequestTooLargeException', 'The request payload is over 6 MB.', 413);
    default:
      return serviceError('ServiceException', 'The function answered in a way Invoke does not carry.', 500);
  }
}

/** A failed function is a successful call of the API that says so in a header. */
const functionError = (error: { errorType: string; errorMessage: string }): ServiceReply => ({
  ...json(error, 200, 'application/json'),
  headers: { 'x-amz-function-error': 'Unhandled' },
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
