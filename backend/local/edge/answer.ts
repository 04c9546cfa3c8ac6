import type { Writable } from 'node:stream';
import type { HttpHead } from '../runtime/protocol.ts';

import { sharedLifetimeSeconds } from './cache-policy.ts';
import { isCompressible } from '../../platform/compress.ts';
import { encodedHeaders, openBody, writeChunk, writeHead } from './reply.ts';
import { hostOf, withViewerResponse, type EdgeOptions, type Visit } from './visit.ts';

const maxKeptBytes = 4 * 1024 * 1024;

/** Takes the origin's answer, whole or in pieces, to the visitor, and into the cache where it may be kept. */
export function createAnswer(options: EdgeOptions, visit: Visit, key: string | undefined) {
  const { request, response } = visit;
  let out: Writable = response;
  let keep: { head: HttpHead; chunks: Uint8Array[]; bytes: number; seconds: number } | undefined;
  const finish = (head: HttpHead): HttpHead =>
    withViewerResponse(options, request, { ...head, headers: { ...head.headers, 'x-cache': 'Miss from edge' } });

  function considerKeeping(head: HttpHead): void {
    const { status, headers } = head;
    const seconds = sharedLifetimeSeconds({
      method: request.method,
      status,
      headers,
      setsCookie: head.cookies.length > 0,
    });
    if (key !== undefined && seconds > 0) keep = { head, chunks: [], bytes: 0, seconds };
  }
  function store(): void {
    if (!keep || key === undefined) return;
    const storedAt = Date.now();
    const { status, headers } = keep.head;
    const { 'content-length': _length, ...rest } = headers;
    options.cache.put(key, {
      host: hostOf(request),
      status,
      headers: rest,
      body: Buffer.concat(keep.chunks),
      encoded: {},
      storedAt,
      expiresAt: storedAt + keep.seconds * 1000,
    });
  }
  function collect(data: Uint8Array): void {
    if (!keep) return;
    keep.bytes += data.byteLength;
    if (keep.bytes > maxKeptBytes) keep = undefined;
    else keep.chunks.push(data);
  }

  return {
    sink: {
      head(head: HttpHead): void {
        considerKeeping(head);
        if (request.method === 'HEAD') writeHead(response, finish(head));
        else out = openBody(response, head, visit.encoding, finish);
      },
      chunk(data: Uint8Array, taken: () => void): void {
        collect(data);
        if (request.method === 'HEAD') taken();
        else writeChunk(out, data, taken);
      },
    },
    end(): void {
      store();
      out.end();
    },
    whole(head: HttpHead, body: Uint8Array): void {
      considerKeeping(head);
      collect(body);
      store();
      const compressible = body.byteLength >= 1_000 && isCompressible(head.headers);
      if (!compressible || visit.encoding === 'identity' || request.method === 'HEAD') {
        const vary = compressible ? encodedHeaders(head.headers, 'identity') : head.headers;
        writeHead(response, finish({ ...head, headers: { ...vary, 'content-length': String(body.byteLength) } }));
        response.end(request.method === 'HEAD' ? undefined : body);
      } else openBody(response, head, visit.encoding, finish).end(body);
    },
  };
}
