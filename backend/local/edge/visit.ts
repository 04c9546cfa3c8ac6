import { headers as names } from '@tessera/contracts/wire-names.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Encoding } from '../../platform/compress.ts';
import type { Files } from '../files.ts';
import type { HttpHead } from '../runtime/protocol.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Segment } from '../runtime/segment.ts';
import { fromViewerResponse, toViewerEvent, type EdgeRequest, type ViewerResponse } from './cloudfront-event.ts';
import type { EdgeCache } from './edge-cache.ts';
import type { createOrigin } from './origin.ts';
import type { EdgeOrigin } from './origins.ts';
import { writeHead } from './reply.ts';
import type { ViewerFunction } from './viewer-function.ts';

export interface EdgeOptions {
  runtime: Runtime;
  /** By path. */
  originOf(path: string): EdgeOrigin;
  callOrigin: ReturnType<typeof createOrigin>;
  cache: EdgeCache;
  /** What answers the paths of files. */
  files: Files;
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

/** One visitor's request, from the viewer function to the last byte. */
export interface Visit {
  incoming: IncomingMessage;
  response: ServerResponse;
  request: EdgeRequest;
  encoding: Encoding;
}

export const hostOf = (request: EdgeRequest): string =>
  (request.headers['host'] ?? '').toLowerCase().replace(/:\d+$/, '');

/** With the encoding, because an origin may answer in it. */
export const cacheKeyOf = (request: EdgeRequest, encoding: Encoding): string =>
  [
    ...[hostOf(request), request.uri, request.query],
    ...[
      request.headers[names.view] ?? '',
      request.headers[names.slice] ?? '',
      request.headers[names.override] ?? '',
      encoding,
    ],
  ].join('\n');

/** The last word on an answer's head, after the cache. */
export function withViewerResponse(options: EdgeOptions, request: EdgeRequest, head: HttpHead): HttpHead {
  const event = toViewerEvent('viewer-response', request, {
    statusCode: head.status,
    headers: head.headers,
    cookies: [],
  });
  const result = fromViewerResponse(options.viewerResponse().run(event));
  return { status: head.status, headers: result.headers, cookies: [...head.cookies, ...result.cookies] };
}

/** An answer that a function of the edge gave itself. */
export function sendWhole({ incoming, response }: Visit, answer: ViewerResponse): void {
  const body = Buffer.from(answer.body ?? '');
  const headers = { ...answer.headers, 'content-length': String(body.byteLength) };
  writeHead(response, { status: answer.statusCode, headers, cookies: answer.cookies });
  response.end(incoming.method === 'HEAD' ? undefined : body);
}
