import { isCompressible, type Encoding } from '../../platform/compress.ts';
import { compressKept } from './compression.ts';
import type { CachedAnswer, EdgeCache } from './edge-cache.ts';
import { encodedHeaders, isNotModified, toHead, writeHead } from './reply.ts';
import { withViewerResponse, type EdgeOptions, type Visit } from './visit.ts';

/** Answers from the cache. */
export async function sendKept(
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
