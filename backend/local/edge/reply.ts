import type { ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import type { HttpHead } from '../runtime/protocol.ts';
import { compressPassing, isCompressible, type Encoding } from '../../platform/compress.ts';
import type { CachedAnswer } from './edge-cache.ts';

/** Hop-by-hop, or for the edge to say. */
const dropped = new Set(['connection', 'keep-alive', 'transfer-encoding', 'x-amzn-trace-id', 'upgrade', 'trailer']);

export function writeHead(response: ServerResponse, head: HttpHead): void {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(head.headers)) if (!dropped.has(name)) headers[name] = value;
  if (head.cookies.length > 0) headers['set-cookie'] = head.cookies;
  response.writeHead(head.status, headers);
}

/** Says that the bytes depend on what the visitor accepts, and in which form they come. */
export function encodedHeaders(headers: Record<string, string>, encoding: Encoding): Record<string, string> {
  const { 'content-length': _length, ...rest } = headers;
  const vary = rest['vary'];
  const varied = /\baccept-encoding\b/i.test(vary ?? '') ? vary : vary ? `${vary}, accept-encoding` : 'accept-encoding';
  if (encoding === 'identity') return { ...headers, vary: varied ?? 'accept-encoding' };
  const etag = rest['etag'];
  return {
    ...rest,
    'content-encoding': encoding,
    vary: varied ?? 'accept-encoding',
    ...(etag && !etag.startsWith('W/') ? { etag: `W/${etag}` } : {}),
  };
}

/** Opens the way for a streamed answer: through the compressor where that is wanted, else straight to the visitor. */
export function openBody(
  response: ServerResponse,
  head: HttpHead,
  encoding: Encoding,
  onHead: (head: HttpHead) => HttpHead,
): Writable {
  if (!isCompressible(head.headers)) {
    writeHead(response, onHead(head));
    return response;
  }
  writeHead(response, onHead({ ...head, headers: encodedHeaders(head.headers, encoding) }));
  if (encoding === 'identity') return response;
  const compressor = compressPassing(encoding);
  compressor.on('error', () => response.destroy());
  response.once('close', () => compressor.destroy());
  compressor.pipe(response);
  return compressor;
}

/** Hands a chunk on, and says so once there is room for the next. */
export function writeChunk(out: Writable, data: Uint8Array, taken: () => void): void {
  if (out.destroyed || out.write(data)) taken();
  else out.once('drain', taken);
}

export const isNotModified = (ifNoneMatch: string | undefined, etag: string | undefined): boolean => {
  if (!ifNoneMatch || !etag) return false;
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
  return ifNoneMatch === '*' || ifNoneMatch.split(',').some((tag) => bare(tag) === bare(etag));
};

export const toHead = (answer: CachedAnswer, headers: Record<string, string>): HttpHead => ({
  status: answer.status,
  headers: { ...answer.headers, ...headers },
  cookies: [],
});
