import { createHash } from 'node:crypto';
import { Agent, get as httpGet, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { z } from 'zod';
import { compressKept, encodingFor, isCompressible } from './edge/compression.ts';
import { isNotModified } from './edge/reply.ts';
import { sendProblem } from './problem-page.ts';

const Origin = z.object({
  files: z.record(
    z.string(),
    z.object({ blob: z.string(), contentType: z.string(), contentEncoding: z.string().exactOptional() }),
  ),
});

interface File {
  body: Buffer;
  etag: string;
  headers: Record<string, string>;
  brotli?: Buffer;
}

export interface CdnOptions {
  /** Bare object store on loopback. */
  storePort: number;
  releasesBucket: string;
  mediaBucket: string;
  maxBytes?: number;
}

export interface Cdn {
  listenerFor(tenantId: string): RequestListener;
  purge(): void;
}

const open = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
  'x-content-type-options': 'nosniff',
};
const immutable = 'public, max-age=31536000, immutable';

/** A tenant's file origin: release files from the content-addressed store, and public media. */
export function createCdn(options: CdnOptions): Cdn {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const files = new Map<string, Promise<File | undefined>>();
  const origins = new Map<string, Promise<z.infer<typeof Origin> | undefined>>();
  const maxBytes = options.maxBytes ?? 64 * 1024 * 1024;
  let bytes = 0;

  const ask = (bucket: string, key: string, headers: Record<string, string> = {}): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const path = `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
      httpGet({ agent, host: '127.0.0.1', port: options.storePort, path, headers }, resolve).once('error', reject);
    });

  async function read(bucket: string, key: string): Promise<Buffer | undefined> {
    const answer = await ask(bucket, key);
    if (answer.statusCode !== 200) return void answer.resume();
    return Buffer.concat((await answer.toArray()) as Buffer[]);
  }

  /** Remembers what was found; what was not may be there in a moment. */
  function remember<T>(known: Map<string, Promise<T | undefined>>, key: string, load: () => Promise<T | undefined>) {
    const kept = known.get(key);
    if (kept) return kept;
    const loading = load();
    known.set(key, loading);
    loading.then(
      (value) => value === undefined && known.delete(key),
      () => known.delete(key),
    );
    return loading;
  }

  async function loadFile(tenantId: string, remote: string, version: string, path: string): Promise<File | undefined> {
    const originKey = `origins/${tenantId}/${remote}/${version}.json`;
    const origin = await remember(origins, originKey, async () => {
      const body = await read(options.releasesBucket, originKey);
      return body && Origin.parse(JSON.parse(body.toString()));
    });
    const entry = origin?.files[path];
    const body = entry && (await read(options.releasesBucket, entry.blob));
    if (!body) return undefined;
    bytes += body.byteLength;
    if (bytes > maxBytes) {
      files.clear();
      bytes = body.byteLength;
    }
    return {
      body,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 24)}"`,
      headers: {
        'content-type': entry.contentType,
        ...(entry.contentEncoding ? { 'content-encoding': entry.contentEncoding } : {}),
      },
    };
  }

  async function sendRelease(
    request: IncomingMessage,
    response: ServerResponse,
    tenantId: string,
    path: string,
  ): Promise<void> {
    const [, remote = '', version = '', name = ''] = /^\/([^/]+)\/([^/]+)\/(.+)$/.exec(path) ?? [];
    const file =
      name === ''
        ? undefined
        : await remember(files, `${tenantId}${path}`, () => loadFile(tenantId, remote, version, name));
    if (!file) return notFound(request, response);
    const headers: Record<string, string> = { ...open, ...file.headers, 'cache-control': immutable, etag: file.etag };
    let { body } = file;
    if (body.byteLength >= 1_000 && isCompressible(file.headers)) {
      headers['vary'] = 'accept-encoding';
      if (encodingFor(request.headers['accept-encoding']) === 'br') {
        body = file.brotli ??= await compressKept(body, 'br');
        headers['content-encoding'] = 'br';
      }
    }
    if (isNotModified(request.headers['if-none-match'], file.etag)) return void response.writeHead(304, headers).end();
    headers['content-length'] = String(body.byteLength);
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
  }

  async function sendMedia(request: IncomingMessage, response: ServerResponse, key: string): Promise<void> {
    const wanted: Record<string, string> = {};
    for (const name of ['range', 'if-none-match', 'if-range'] as const)
      if (typeof request.headers[name] === 'string') wanted[name] = request.headers[name];
    const answer = await ask(options.mediaBucket, key, wanted);
    const status = answer.statusCode ?? 502;
    if (![200, 206, 304, 416].includes(status)) {
      answer.resume();
      return notFound(request, response);
    }
    const headers: Record<string, string> = { ...open, 'cache-control': immutable, 'accept-ranges': 'bytes' };
    for (const name of ['content-type', 'content-length', 'content-range', 'etag', 'last-modified'] as const)
      if (typeof answer.headers[name] === 'string') headers[name] = answer.headers[name];
    response.writeHead(status, headers);
    if (request.method === 'HEAD') {
      answer.destroy();
      response.end();
    } else pipeline(answer, response, () => undefined);
  }

  return {
    purge() {
      files.clear();
      origins.clear();
      bytes = 0;
    },
    listenerFor: (tenantId) => (request, response) => {
      if (request.method === 'OPTIONS')
        return void response.writeHead(204, { ...open, 'access-control-max-age': '86400' }).end();
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return sendProblem(request, response, {
          status: 405,
          code: 'method_not_allowed',
          detail: 'Files are read here.',
        });
      const path = decode((request.url ?? '/').replace(/[?#].*$/, ''));
      const sending = path?.startsWith('/media/')
        ? sendMedia(request, response, `${tenantId}/${path.slice('/media/'.length)}`)
        : sendRelease(request, response, tenantId, path ?? '');
      sending.catch(() =>
        sendProblem(request, response, {
          status: 502,
          code: 'store_failed',
          detail: 'The object store did not answer.',
        }),
      );
    },
  };
}

function notFound(request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(open)) response.setHeader(name, value);
  sendProblem(request, response, { status: 404, code: 'not_found', detail: 'There is no such file here.' });
}

/** Undefined for what is no path, and for one that tries to climb. */
function decode(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.split('/').some((part) => part === '..' || part === '.') ? undefined : decoded;
  } catch {
    return undefined;
  }
}
