import { fromVersionedPath } from '@tessera/contracts/slice-ref.ts';
import type { FunctionSpec } from '../../functions.ts';
import { toHttpEvent } from '../runtime/http-event.ts';
import type { StreamSink } from '../runtime/lambda-environment.ts';
import type { Runtime, RuntimeOutcome } from '../runtime/runtime.ts';
import type { EdgeRequest } from './cloudfront-event.ts';
import { refusalOf, type EdgeOrigin, type OriginRefusal } from './origins.ts';

export interface OriginCall {
  origin: EdgeOrigin;
  request: EdgeRequest;
  body: Buffer;
  sink: StreamSink;
  signal: AbortSignal;
  trace: string;
}

export function createOrigin(options: { runtime: Runtime; functions: readonly FunctionSpec[] }) {
  const kinds = new Map(options.functions.map(({ name, kind }) => [name, kind]));
  return async function callOrigin(call: OriginCall): Promise<RuntimeOutcome | OriginRefusal> {
    const { origin, request, body, sink, signal, trace } = call;
    const refusal = refusalOf(origin, request, body);
    if (refusal) return refusal;
    const name = origin.function;
    if (name === undefined) return { kind: 'unknown-function' };
    const event = toHttpEvent(
      {
        method: request.method,
        path: request.uri,
        query: request.query,
        headers: { ...request.headers, 'x-amzn-trace-id': trace },
        body,
        sourceIp: request.ip,
        requestId: request.id,
      },
      { kind: kinds.get(name) === 'stream-url' ? 'url' : 'api', nowMs: Date.now() },
    );
    const version = fromVersionedPath(request.uri).ref?.version;
    return options.runtime.invoke(name, event, { answer: 'http', sink, signal, trace, version });
  };
}

/** What a visitor is told where no function answered. */
export function problemOf(outcome: RuntimeOutcome | OriginRefusal): { status: number; code: string; detail: string } {
  switch (outcome.kind) {
    case 'timeout':
      return { status: 504, code: 'origin_timeout', detail: 'The service behind this address took too long.' };
    case 'throttled':
      return { status: 503, code: 'origin_busy', detail: 'The service behind this address is busy. Try again.' };
    case 'too-large':
      return { status: 413, code: 'request_too_large', detail: 'The request is larger than 6 MB.' };
    case 'misdirected':
      return { status: 403, code: 'misdirected', detail: 'The origin answers to its own host only.' };
    case 'unsigned-body':
      return { status: 403, code: 'unsigned_body', detail: 'Send the SHA-256 of the body as x-amz-content-sha256.' };
    case 'unknown-function':
      return { status: 404, code: 'not_found', detail: 'Nothing answers at this address.' };
    default:
      return { status: 502, code: 'origin_failed', detail: 'The service behind this address failed.' };
  }
}
