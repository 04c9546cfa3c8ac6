import { headers as names } from '@tessera/contracts/wire-names.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { readBody } from '../engines/service-reply.ts';
import { sendProblem } from '../problem-page.ts';
import type { HttpHead } from '../runtime/protocol.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Segment } from '../runtime/segment.ts';
import { newSegmentId, newTraceId, toTraceHeader } from '../runtime/trace-header.ts';
import { sharedLifetimeSeconds } from './cache-policy.ts';
import {
  fromOriginRequest,
  fromViewerRequest,
  fromViewerResponse,
  toOriginRequestEvent,
  toViewerEvent,
  type EdgeRequest,
  type ViewerResponse,
} from './cloudfront-event.ts';
import { compressKept, encodingFor, isCompressible, type Encoding } from './compression.ts';
import type { CachedAnswer, EdgeCache } from './edge-cache.ts';
import { toEdgeRequest } from './edge-request.ts';
import { problemOf, type OriginCall, type createOrigin } from './origin.ts';
import { encodedHeaders, isNotModified, openBody, toHead, writeChunk, writeHead } from './reply.ts';
import type { ViewerFunction } from './viewer-function.ts';

export interface EdgeOptions {
  runtime: Runtime;
  callOrigin: ReturnType<typeof createOrigin>;
  cache: EdgeCache;
  viewerRequest(): ViewerFunction;
  viewerResponse(): ViewerFunction;
  originRequest: string;
  /** What the origin is configured to be sent, and Lambda@Edge to see. */
  customHeaders: Readonly<Record<string, string>>;
  viewerCountry?: string | undefined;
  log(line: string): void;
  sample(): boolean;
  onSegment(segment: Segment): void;
}

const maxRequestBytes = 10 * 1024 * 1024;
const maxKeptBytes = 4 * 1024 * 1024;

/** One visitor's request, from the viewer function to the last byte. */
interface Visit {
  incoming: IncomingMessage;
  response: ServerResponse;
  request: EdgeRequest;
  encoding: Encoding;
}

/** What CloudFront does for a shop's host: viewer functions, cache, Lambda@Edge, origin, compression. */
export function createEdge(options: EdgeOptions): (incoming: IncomingMessage, response: ServerResponse) => void {
  return (incoming, response) => {
    const viewer = toEdgeRequest(incoming, options);
    serve(options, incoming, response, viewer).catch((error: unknown) => {
      options.log(JSON.stringify({ level: 'ERROR', message: 'edge failed', path: viewer.uri, error: String(error) }));
      sendProblem(incoming, response, {
        status: 503,
        code: 'edge_failed',
        detail: 'The edge could not handle this request.',
      });
    });
  };
}

async function serve(
  options: EdgeOptions,
  incoming: IncomingMessage,
  response: ServerResponse,
  viewer: EdgeRequest,
): Promise<void> {
  const passed = fromViewerRequest(options.viewerRequest().run(toViewerEvent('viewer-request', viewer)), viewer);
  const encoding = encodingFor(viewer.headers['accept-encoding']);
  const visit: Visit = { incoming, response, encoding, request: passed.kind === 'request' ? passed.request : viewer };
  if (passed.kind === 'response') return sendWhole(visit, passed.response);
  const readable = visit.request.method === 'GET' || visit.request.method === 'HEAD';
  const key = readable ? cacheKeyOf(visit.request) : undefined;
  const kept = key === undefined ? undefined : options.cache.get(key);
  if (key !== undefined && kept) return sendKept(options, visit, { key, answer: kept });
  return fetchFromOrigin(options, visit, visit.request.method === 'GET' ? key : undefined);
}

const hostOf = (request: EdgeRequest): string => (request.headers['host'] ?? '').toLowerCase().replace(/:\d+$/, '');

const cacheKeyOf = (request: EdgeRequest): string =>
  `${hostOf(request)}\n${request.uri}\n${request.query}\n${request.headers[names.view] ?? ''}`;

async function sendKept(
  options: EdgeOptions,
  visit: Visit,
  entry: { key: string; answer: CachedAnswer },
): Promise<void> {
  const { request, response } = visit;
  const { answer } = entry;
  const age = String(Math.floor((Date.now() - answer.storedAt) / 1000));
  const marks = { age, 'x-cache': 'Hit from edge' };
  if (isNotModified(request.headers['if-none-match'], answer.headers['etag'])) {
    writeHead(response, withViewerResponse(options, request, { ...toHead(answer, marks), status: 304 }));
    return void response.end();
  }
  const compressible = answer.body.byteLength >= 1_000 && isCompressible(answer.headers);
  const encoding = compressible ? visit.encoding : 'identity';
  const body = encoding === 'identity' ? answer.body : await encodedOf(options.cache, entry, encoding);
  const headers = compressible ? encodedHeaders(answer.headers, encoding) : answer.headers;
  const head = {
    status: answer.status,
    headers: { ...headers, ...marks, 'content-length': String(body.byteLength) },
    cookies: [],
  };
  writeHead(response, withViewerResponse(options, request, head));
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function encodedOf(
  cache: EdgeCache,
  { key, answer }: { key: string; answer: CachedAnswer },
  encoding: Exclude<Encoding, 'identity'>,
): Promise<Buffer> {
  const known = answer.encoded[encoding];
  if (known) return known;
  const body = await compressKept(answer.body, encoding);
  if (!answer.encoded[encoding]) cache.grew(key, body.byteLength);
  answer.encoded[encoding] = body;
  return body;
}

async function fetchFromOrigin(options: EdgeOptions, visit: Visit, key: string | undefined): Promise<void> {
  const { incoming, response } = visit;
  const body = await bodyOf(incoming);
  if (!body)
    return sendProblem(incoming, response, {
      status: 413,
      code: 'request_too_large',
      detail: 'The request is larger than 10 MB.',
    });
  const span = openSpan(options, visit.request);
  const signed = await askOriginRequest(options, visit.request, span.header);
  if (signed.kind === 'response') return sendWhole(visit, signed.response);
  const gone = new AbortController();
  const stopped = (): void => (response.writableFinished ? undefined : gone.abort());
  response.once('close', stopped);
  const answer = createAnswer(options, { ...visit, request: visit.request }, key);
  const call: OriginCall = {
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

/** Takes the origin's answer, whole or in pieces, to the visitor, and into the cache where it may be kept. */
function createAnswer(options: EdgeOptions, visit: Visit, key: string | undefined) {
  const { request, response } = visit;
  let out: Writable = response;
  let keep: { head: HttpHead; chunks: Uint8Array[]; bytes: number; seconds: number } | undefined;
  const finish = (head: HttpHead): HttpHead =>
    withViewerResponse(options, request, { ...head, headers: { ...head.headers, 'x-cache': 'Miss from edge' } });

  function considerKeeping(head: HttpHead): void {
    const { status, headers } = head;
    const seconds = sharedLifetimeSeconds({
      method: request.method,
      status,
      headers,
      setsCookie: head.cookies.length > 0,
    });
    if (key !== undefined && seconds > 0) keep = { head, chunks: [], bytes: 0, seconds };
  }
  function store(): void {
    if (!keep || key === undefined) return;
    const storedAt = Date.now();
    const { status, headers } = keep.head;
    const { 'content-length': _length, ...rest } = headers;
    options.cache.put(key, {
      host: hostOf(request),
      status,
      headers: rest,
      body: Buffer.concat(keep.chunks),
      encoded: {},
      storedAt,
      expiresAt: storedAt + keep.seconds * 1000,
    });
  }
  function collect(data: Uint8Array): void {
    if (!keep) return;
    keep.bytes += data.byteLength;
    if (keep.bytes > maxKeptBytes) keep = undefined;
    else keep.chunks.push(data);
  }

  return {
    sink: {
      head(head: HttpHead): void {
        considerKeeping(head);
        if (request.method === 'HEAD') writeHead(response, finish(head));
        else out = openBody(response, head, visit.encoding, finish);
      },
      chunk(data: Uint8Array, taken: () => void): void {
        collect(data);
        if (request.method === 'HEAD') taken();
        else writeChunk(out, data, taken);
      },
    },
    end(): void {
      store();
      out.end();
    },
    whole(head: HttpHead, body: Uint8Array): void {
      considerKeeping(head);
      collect(body);
      store();
      const compressible = body.byteLength >= 1_000 && isCompressible(head.headers);
      if (!compressible || visit.encoding === 'identity' || request.method === 'HEAD') {
        const vary = compressible ? encodedHeaders(head.headers, 'identity') : head.headers;
        writeHead(response, finish({ ...head, headers: { ...vary, 'content-length': String(body.byteLength) } }));
        response.end(request.method === 'HEAD' ? undefined : body);
      } else openBody(response, head, visit.encoding, finish).end(body);
    },
  };
}

async function askOriginRequest(options: EdgeOptions, request: EdgeRequest, trace: string) {
  const event = toOriginRequestEvent(request, options.customHeaders);
  const outcome = await options.runtime.invoke(options.originRequest, event, {
    answer: 'json',
    trace: trace.replace('Sampled=1', 'Sampled=0'),
  });
  if (outcome.kind !== 'json') throw new Error(`${options.originRequest} ended with ${JSON.stringify(outcome)}`);
  return fromOriginRequest(JSON.parse(outcome.payload), request);
}

function withViewerResponse(options: EdgeOptions, request: EdgeRequest, head: HttpHead): HttpHead {
  const event = toViewerEvent('viewer-response', request, {
    statusCode: head.status,
    headers: head.headers,
    cookies: [],
  });
  const result = fromViewerResponse(options.viewerResponse().run(event));
  return { status: head.status, headers: result.headers, cookies: [...head.cookies, ...result.cookies] };
}

function sendWhole({ incoming, response }: Visit, answer: ViewerResponse): void {
  const body = Buffer.from(answer.body ?? '');
  const headers = { ...answer.headers, 'content-length': String(body.byteLength) };
  writeHead(response, { status: answer.statusCode, headers, cookies: answer.cookies });
  response.end(incoming.method === 'HEAD' ? undefined : body);
}

const noBody = Buffer.alloc(0);
const bodyOf = (incoming: IncomingMessage): Promise<Buffer | undefined> | Buffer =>
  incoming.method === 'GET' || incoming.method === 'HEAD' ? noBody : readBody(incoming, maxRequestBytes);

function openSpan(options: EdgeOptions, request: EdgeRequest) {
  const startMs = Date.now();
  const sampled = options.sample();
  const [root, id] = [newTraceId(startMs), newSegmentId()];
  return {
    header: toTraceHeader({ root, parent: id, sampled }),
    close(status: number): void {
      if (!sampled) return;
      options.onSegment({
        id,
        trace_id: root,
        name: 'edge',
        origin: 'AWS::CloudFront::Distribution',
        start_time: startMs / 1000,
        end_time: Date.now() / 1000,
        fault: status >= 500,
        http: { request: { method: request.method, url: `${hostOf(request)}${request.uri}` }, response: { status } },
      });
    },
  };
}
