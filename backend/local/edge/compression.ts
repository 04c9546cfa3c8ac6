import { promisify } from 'node:util';
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

const brotli = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliCompress);
const gzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gzip);

/** For bytes that are kept: well compressed, once. */
export const compressKept = (body: Buffer, encoding: Exclude<Encoding, 'identity'>): Promise<Buffer> =>
  encoding === 'br' ? brotli(body, { params: { [BROTLI_PARAM_QUALITY]: 9 } }) : gzip(body, { level: 9 });

/** For bytes that pass once: quick, and every piece that goes in comes out at once. */
export function compressPassing(encoding: Exclude<Encoding, 'identity'>): BrotliCompress | Gzip {
  return encoding === 'br'
    ? zlib.createBrotliCompress({ flush: BROTLI_OPERATION_FLUSH, params: { [BROTLI_PARAM_QUALITY]: 4 } })
    : zlib.createGzip({ flush: Z_SYNC_FLUSH, level: 4 });
}
