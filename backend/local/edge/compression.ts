import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { Encoding } from '../../platform/compress.ts';

const { BROTLI_PARAM_QUALITY } = zlib.constants;

const brotli = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliCompress);
const gzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gzip);

/** For bytes that are kept: well compressed, once. */
export const compressKept = (body: Buffer, encoding: Exclude<Encoding, 'identity'>): Promise<Buffer> =>
  encoding === 'br' ? brotli(body, { params: { [BROTLI_PARAM_QUALITY]: 9 } }) : gzip(body, { level: 9 });
