import { fileCacheControl, fileHeaders, mediaPrefix } from '@tessera/contracts/file-headers.ts';
import { Agent, get as httpGet, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { EdgeRequest } from './edge/cloudfront-event.ts';
import { encodingFor } from '../platform/compress.ts';
import { isNotModified } from './edge/reply.ts';
import { sendProblem } from './problem-page.ts';
import { toHttpEvent } from './runtime/http-event.ts';
import type { HttpHead } from './runtime/protocol.ts';
import type { Runtime } from './runtime/runtime.ts';

interface File {
  head: HttpHead;
  body: Buffer;
}

export interface FilesOptions {
  runtime: Runtime;
  /** Bare object store on loopback. */
  storePort: number;
  mediaBucket: string;
  maxBytes?: number;
}

export interface FileRequest {
  /** Path the visitor asked for: a behaviour is chosen before a viewer function changes it. */
  path: string;
  /** What the viewer function made of it. */
  asked: EdgeRequest;
}

export interface Files {
  send(incoming: IncomingMessage, response: ServerResponse, request: FileRequest): Promise<void>;
  purge(): void;
}

/** The behaviours of shops' files, at both distributions: a cache, and two origins, `files` and the bucket of media. */
export function createFiles(options: FilesOptions): Files {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const files = createFileCache(options.maxBytes ?? 64 * 1024 * 1024);

  const ask = (key: string, headers: Record<string, string>): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const path = `/${options.mediaBucket}${key}`;
      httpGet({ agent, host: '127.0.0.1', port: options.storePort, path, headers }, resolve).once('error', reject);
    });

  async function sendRelease(incoming: IncomingMessage, response: ServerResponse, asked: EdgeRequest): Promise<void> {
    const encoding = encodingFor(incoming.headers['accept-encoding']) === 'br' ? 'br' : '';
    const { head, body } = await files.get(`${asked.uri}\n${encoding}`, () =>
      fetchFile(options.runtime, asked, encoding),
    );
    if (isNotModified(incoming.headers['if-none-match'], head.headers['etag']))
      return void response.writeHead(304, head.headers).end();
    response.writeHead(head.status, { ...head.headers, 'content-length': String(body.byteLength) });
    response.end(incoming.method === 'HEAD' ? undefined : body);
  }

  async function sendMedia(incoming: IncomingMessage, response: ServerResponse, asked: EdgeRequest): Promise<void> {
    const wanted: Record<string, string> = {};
    for (const name of ['range', 'if-none-match', 'if-range'] as const)
      if (typeof incoming.headers[name] === 'string') wanted[name] = incoming.headers[name];
    const answer = await ask(asked.uri, wanted);
    const status = answer.statusCode ?? 502;
    if (![200, 206, 304, 416].includes(status)) {
      answer.resume();
      return missingFile(incoming, response);
    }
    const headers: Record<string, string> = {
      ...fileHeaders,
      'cache-control': fileCacheControl,
      'accept-ranges': 'bytes',
    };
    for (const name of ['content-type', 'content-length', 'content-range', 'etag', 'last-modified'] as const)
      if (typeof answer.headers[name] === 'string') headers[name] = answer.headers[name];
    response.writeHead(status, headers);
    if (incoming.method === 'HEAD') {
      answer.destroy();
      response.end();
    } else pipeline(answer, response, () => undefined);
  }

  return {
    purge: () => files.clear(),
    async send(incoming, response, { path, asked }) {
      if (incoming.method !== 'GET' && incoming.method !== 'HEAD')
        return sendProblem(incoming, response, {
          status: 405,
          code: 'method_not_allowed',
          detail: 'Files are read here.',
        });
      try {
        await (path.startsWith(mediaPrefix) ? sendMedia : sendRelease)(incoming, response, asked);
      } catch {
        sendProblem(incoming, response, {
          status: 502,
          code: 'store_failed',
          detail: 'The object store did not answer.',
        });
      }
    },
  };
}

/** Calls `files` as its Function URL is called. */
async function fetchFile(runtime: Runtime, asked: EdgeRequest, encoding: string): Promise<File> {
  const event = toHttpEvent(
    {
      method: 'GET',
      path: asked.uri,
      query: '',
      headers: { host: 'files.lambda-url.localhost', 'accept-encoding': encoding },
      body: Buffer.alloc(0),
      sourceIp: asked.ip,
      requestId: asked.id,
    },
    { kind: 'url', nowMs: Date.now() },
  );
  let head: HttpHead | undefined;
  const chunks: Uint8Array[] = [];
  const sink = {
    head: (given: HttpHead) => void (head = given),
    chunk(data: Uint8Array, taken: () => void) {
      chunks.push(data);
      taken();
    },
  };
  const outcome = await runtime.invoke('files', event, { answer: 'http', sink });
  if (outcome.kind !== 'streamed' || !head) throw new Error(`files ended with ${outcome.kind}`);
  return { head, body: Buffer.concat(chunks) };
}

/** Keeps what may be kept for ever, and starts anew where that is too much. */
function createFileCache(maxBytes: number) {
  const kept = new Map<string, Promise<File>>();
  let bytes = 0;
  return {
    clear(): void {
      kept.clear();
      bytes = 0;
    },
    get(key: string, load: () => Promise<File>): Promise<File> {
      const known = kept.get(key);
      if (known) return known;
      const loading = load();
      kept.set(key, loading);
      loading.then(
        ({ head, body }) => {
          if (head.headers['cache-control'] !== fileCacheControl) return void kept.delete(key);
          bytes += body.byteLength;
          if (bytes > maxBytes) this.clear();
        },
        () => kept.delete(key),
      );
      return loading;
    },
  };
}

export function missingFile(incoming: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(fileHeaders)) response.setHeader(name, value);
  sendProblem(incoming, response, { status: 404, code: 'not_found', detail: 'There is no such file here.' });
}
