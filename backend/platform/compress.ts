import type { MiddlewareHandler } from 'hono';
import { Duplex } from 'node:stream';
import zlib, { type BrotliCompress, type Gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

const textTypes =
  /^(?:text\/(?!event-stream)[\w.+-]+|application\/(?:json|xml|javascript|wasm|[\w.+-]*\+(?:json|xml))|image\/svg\+xml|font\/(?:ttf|otf))\b/i;
const minBytes = 1_000;
const { BROTLI_PARAM_QUALITY, BROTLI_OPERATION_FLUSH, Z_SYNC_FLUSH } = zlib.constants;

/** The encoding a visitor gets, brotli first, as CloudFront chooses. */
export function encodingFor(acceptEncoding: string | undefined): Encoding {
  const accepted = acceptEncoding ?? '';
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted) ? 'gzip' : 'identity';
}

export function isCompressible(headers: Readonly<Record<string, string>>): boolean {
  if (headers['content-encoding'] !== undefined || !textTypes.test(headers['content-type'] ?? '')) return false;
  return Number(headers['content-length'] ?? minBytes) >= minBytes;
}

/** For bytes that pass once: every piece that goes in comes out at once. */
export function compressPassing(encoding: Exclude<Encoding, 'identity'>, quality = 4): BrotliCompress | Gzip {
  return encoding === 'br'
    ? zlib.createBrotliCompress({ flush: BROTLI_OPERATION_FLUSH, params: { [BROTLI_PARAM_QUALITY]: quality } })
    : zlib.createGzip({ flush: Z_SYNC_FLUSH, level: quality });
}

const documentQuality = 6;

/**
 * Compresses text as it streams. CloudFront compresses only what says how long it is, and a document is sent before that
 * is known. The edge keeps one answer per encoding it was asked for.
 */
export const compressText: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers, body, status } = c.res;
  if (!body || c.req.method === 'HEAD' || !isCompressible(Object.fromEntries(headers))) return;
  headers.append('vary', 'accept-encoding');
  const encoding = encodingFor(c.req.header('accept-encoding'));
  if (encoding === 'identity') return;
  headers.delete('content-length');
  headers.set('content-encoding', encoding);
  const compressor = Duplex.toWeb(compressPassing(encoding, documentQuality));
  c.res = new Response((body as ReadableStream).pipeThrough(compressor as ReadableWritablePair), { status, headers });
};
