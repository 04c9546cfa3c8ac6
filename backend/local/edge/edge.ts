import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFilePath } from '../../edge/file-path.ts';
import { encodingFor, type Encoding } from '../../platform/compress.ts';
import { sendProblem } from '../problem-page.ts';
import { fromViewerRequest, toViewerEvent, type EdgeRequest } from './cloudfront-event.ts';
import { toEdgeRequest } from './edge-request.ts';
import { fetchFromOrigin } from './fetch-from-origin.ts';
import { sendKept } from './send-kept.ts';
import { cacheKeyOf, sendWhole, type EdgeOptions, type Visit } from './visit.ts';

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
  const visit: Visit = {
    incoming,
    response,
    encoding,
    request: passed.kind === 'request' ? accepting(passed.request, encoding) : viewer,
  };
  if (passed.kind === 'response') return sendWhole(visit, passed.response);
  if (isFilePath(viewer.uri))
    return options.files.send(incoming, response, { path: viewer.uri, asked: passed.request });
  const readable = visit.request.method === 'GET' || visit.request.method === 'HEAD';
  const key = readable ? cacheKeyOf(visit.request, encoding) : undefined;
  const kept = key === undefined ? undefined : options.cache.get(key);
  if (key !== undefined && kept) return sendKept(options, visit, { key, answer: kept });
  return fetchFromOrigin(options, visit, visit.request.method === 'GET' ? key : undefined);
}

/** One of three words, as the cache is keyed by it; an origin is asked for what this visitor gets. */
function accepting(request: EdgeRequest, encoding: Encoding): EdgeRequest {
  const { 'accept-encoding': _, ...headers } = request.headers;
  return { ...request, headers: encoding === 'identity' ? headers : { ...headers, 'accept-encoding': encoding } };
}
