import { encodingFor, isCompressible } from '../platform/compress.ts';
import { fileCacheControl, fileHeaders } from '@tessera/contracts/file-headers.ts';
import { Hono, type Context } from 'hono';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { HttpEnv } from '../platform/http-types.ts';
import type { FileAddress, FileStore, StoredFile } from './file-store.ts';

export interface FilesOptions {
  files: FileStore;
  failed?(error: unknown): void;
}

/**
 * Answers `/<tenant>/<remote>/<version>/<path>`, which the edge makes of a file origin's host and path. Released files
 * are public, so the edge's word on the tenant needs no proof.
 */
export function createFilesApp({ files, failed }: FilesOptions): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.onError((error, c) => {
    failed?.(error);
    return answer(c, 502, { code: 'store_failed', title: 'The store did not answer' });
  });
  app.get('*', async (c) => {
    const address = addressOf(c.req.path);
    const file = address && (await files.find(address));
    return file ? send(c, file) : answer(c, 404, { code: 'not_found', title: 'There is no such file here' });
  });
  return app;
}

const brotli = promisify<Uint8Array, zlib.BrotliOptions, Buffer>(zlib.brotliCompress);

/** Compressed here: CloudFront compresses no answer whose length it is not told. */
async function send(c: Context<HttpEnv>, file: StoredFile): Promise<Response> {
  const length = String(file.body.byteLength);
  const compressible = isCompressible({ 'content-type': file.contentType, 'content-length': length });
  const compress = compressible && encodingFor(c.req.header('accept-encoding')) === 'br';
  const etag = `"${file.etag}${compress ? '-br' : ''}"`;
  const headers: Record<string, string> = {
    ...fileHeaders,
    'content-type': file.contentType,
    'cache-control': fileCacheControl,
    etag,
    ...(compressible ? { vary: 'accept-encoding' } : {}),
    ...(compress ? { 'content-encoding': 'br' } : {}),
  };
  if (c.req.header('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 };
  const body = compress ? await brotli(file.body, { params }) : Buffer.from(file.body);
  return new Response(new Uint8Array(body), { status: 200, headers });
}

/** Not kept: what is missing may be there in a moment. */
function answer(c: Context<HttpEnv>, status: 404 | 502, problem: { code: string; title: string }): Response {
  const headers = { ...fileHeaders, 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return c.body(JSON.stringify({ type: 'about:blank', status, ...problem }), status, headers);
}

function addressOf(encoded: string): FileAddress | undefined {
  const [, tenantId, remote, version, path] = /^\/([^/]+)\/([^/]+)\/([^/]+)\/(.+)$/.exec(decoded(encoded)) ?? [];
  return tenantId && remote && version && path ? { tenantId, remote, version, path } : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
