import type { IncomingMessage } from 'node:http';
import { readBody } from '../engines/service-reply.ts';
import { sendProblem } from '../problem-page.ts';
import { createAnswer } from './answer.ts';
import { fromOriginRequest, toOriginRequestEvent, type EdgeRequest } from './cloudfront-event.ts';
import { openSpan } from './edge-span.ts';
import { problemOf, type OriginCall } from './origin.ts';
import type { EdgeOrigin } from './origins.ts';
import { sendWhole, type EdgeOptions, type Visit } from './visit.ts';

const maxRequestBytes = 10 * 1024 * 1024;

/** What the cache does not have: proven by Lambda@Edge, answered by its function, kept under `key` where that is allowed. */
export async function fetchFromOrigin(options: EdgeOptions, visit: Visit, key: string | undefined): Promise<void> {
  const { incoming, response } = visit;
  const body = await bodyOf(incoming);
  if (!body)
    return sendProblem(incoming, response, {
      status: 413,
      code: 'request_too_large',
      detail: 'The request is larger than 10 MB.',
    });
  const span = openSpan(options, visit.request);
  const origin = options.originOf(visit.request.uri);
  const signed = await askOriginRequest(options, visit.request, { origin, trace: span.header });
  if (signed.kind === 'response') return sendWhole(visit, signed.response);
  const gone = new AbortController();
  const stopped = (): void => (response.writableFinished ? undefined : gone.abort());
  response.once('close', stopped);
  const answer = createAnswer(options, visit, key);
  const call: OriginCall = {
    origin,
    request: signed.request,
    body,
    sink: answer.sink,
    signal: gone.signal,
    trace: span.header,
  };
  const outcome = await options.callOrigin(call);
  if (outcome.kind === 'http') answer.whole(outcome.head, outcome.body);
  else if (outcome.kind === 'streamed') answer.end();
  else if (response.headersSent) response.destroy();
  else sendProblem(incoming, response, problemOf(outcome));
  span.close(response.statusCode);
}

async function askOriginRequest(
  options: EdgeOptions,
  request: EdgeRequest,
  { origin, trace }: { origin: EdgeOrigin; trace: string },
) {
  const { customHeaders } = options;
  const event = toOriginRequestEvent(request, { domainName: origin.domainName, customHeaders });
  const outcome = await options.runtime.invoke(options.originRequest, event, {
    answer: 'json',
    trace: trace.replace('Sampled=1', 'Sampled=0'),
  });
  if (outcome.kind !== 'json') throw new Error(`${options.originRequest} ended with ${JSON.stringify(outcome)}`);
  return fromOriginRequest(JSON.parse(outcome.payload), request);
}

const noBody = Buffer.alloc(0);
const bodyOf = (incoming: IncomingMessage): Promise<Buffer | undefined> | Buffer =>
  incoming.method === 'GET' || incoming.method === 'HEAD' ? noBody : readBody(incoming, maxRequestBytes);
