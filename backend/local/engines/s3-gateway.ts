import {
  Agent,
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { PassThrough, pipeline, type Transform } from 'node:stream';
import { AwsChunkedDecoder, BodyRefused, HashedBody } from './aws-chunked.ts';
import { sendS3Error, type S3ErrorCode } from './s3-error.ts';
import { verifySigV4, type SigV4Keys, type SigV4Refusal, type SigV4Verdict } from './sigv4.ts';

export interface S3GatewayOptions {
  upstreamPort: number;
  keys: SigV4Keys;
  now?(): number;
}

/** The object store's public face: nothing unsigned, expired, tampered with or signed by another key gets through. */
export function createS3Gateway({ upstreamPort, keys, now = Date.now }: S3GatewayOptions): RequestListener {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return (request, response) => {
    allowBrowsers(request, response);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const target = request.url ?? '/';
    const at = target.indexOf('?');
    const path = at < 0 ? target : target.slice(0, at);
    const query = new URLSearchParams(at < 0 ? '' : target.slice(at + 1));
    // The store keeps objects as files: a key must not climb out of its bucket.
    if (/(?:^|\/)(?:\.|%2e){1,2}(?:\/|%2f|$)/i.test(path))
      return sendS3Error(response, 'AccessDenied', 'Access Denied');
    const verdict = verifySigV4(
      { method: request.method ?? 'GET', path, query, headers: single(request) },
      keys,
      now(),
    );
    if (!verdict.ok) return refuse(response, verdict.reason);
    const body = bodyFilter(verdict, request);
    const upstream = httpRequest(
      {
        agent,
        host: '127.0.0.1',
        port: upstreamPort,
        method: request.method,
        path: upstreamTarget(path, query),
        headers: upstreamHeaders(request),
      },
      (answer) => passOn(answer, response, query),
    );
    const failed = (error: Error | null | undefined): void => {
      if (!error || response.headersSent) return;
      if (error instanceof BodyRefused) sendS3Error(response, 'XAmzContentSHA256Mismatch', error.message);
      else sendS3Error(response, 'InternalError', 'The object store did not answer.');
    };
    // A connection that breaks after the last byte was sent is no error of the pipeline, and would never be answered.
    upstream.on('error', failed);
    pipeline(request, body, upstream, failed);
    return undefined;
  };
}

const refusals: Record<SigV4Refusal, [S3ErrorCode, string]> = {
  unsigned: ['AccessDenied', 'Access Denied'],
  malformed: ['AuthorizationQueryParametersError', 'The signature is incomplete or malformed.'],
  'unknown-key': ['InvalidAccessKeyId', 'The access key id you provided does not exist in our records.'],
  'wrong-scope': ['AccessDenied', 'The credential is scoped to another region or service.'],
  expired: ['AccessDenied', 'Request has expired'],
  'clock-skew': ['RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.'],
  'unsigned-header': ['AccessDenied', 'There were headers present in the request which were not signed'],
  mismatch: ['SignatureDoesNotMatch', 'The signature we calculated does not match the signature you provided.'],
};

function refuse(response: ServerResponse, reason: SigV4Refusal): void {
  sendS3Error(response, ...refusals[reason]);
}

function bodyFilter(verdict: SigV4Verdict & { ok: true }, request: IncomingMessage): Transform {
  const { payloadHash, chunks } = verdict;
  if (payloadHash.startsWith('STREAMING-')) return new AwsChunkedDecoder(chunks);
  const hasBody = request.method === 'PUT' || request.method === 'POST';
  // As S3 does: it is SHA-256 of the same bytes, in another spelling.
  const checksum = request.headers['x-amz-checksum-sha256'];
  if (typeof checksum === 'string' && hasBody) return new HashedBody(Buffer.from(checksum, 'base64').toString('hex'));
  return /^[0-9a-f]{64}$/.test(payloadHash) && hasBody ? new HashedBody(payloadHash) : new PassThrough();
}

const overrides: Record<string, string> = {
  'response-content-type': 'content-type',
  'response-content-disposition': 'content-disposition',
  'response-cache-control': 'cache-control',
  'response-content-language': 'content-language',
  'response-content-encoding': 'content-encoding',
  'response-expires': 'expires',
};

function upstreamTarget(path: string, query: URLSearchParams): string {
  const rest = [...query].filter(([name]) => !/^x-amz-/i.test(name) && !overrides[name] && name !== 'x-id');
  const text = rest.map(([name, value]) => encodeURIComponent(name) + (value ? `=${encodeURIComponent(value)}` : ''));
  return text.length > 0 ? `${path}?${text.join('&')}` : path;
}

const dropped = new Set([
  'authorization',
  'host',
  'connection',
  'x-amz-content-sha256',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-decoded-content-length',
  'x-amz-trailer',
  'expect',
]);

function upstreamHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(single(request)))
    if (value !== undefined && !dropped.has(name)) headers[name] = value;
  const decodedLength = request.headers['x-amz-decoded-content-length'];
  if (typeof decodedLength === 'string') {
    headers['content-length'] = decodedLength;
    delete headers['transfer-encoding'];
  }
  const encoding = (headers['content-encoding'] ?? '').split(/,\s*/).filter((one) => one && one !== 'aws-chunked');
  delete headers['content-encoding'];
  if (encoding.length > 0) headers['content-encoding'] = encoding.join(',');
  return headers;
}

function passOn(answer: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
  if (response.destroyed) return void answer.destroy();
  const { connection: _connection, 'keep-alive': _keepAlive, ...headers } = answer.headers;
  if (answer.statusCode === 200 || answer.statusCode === 206)
    for (const [parameter, header] of Object.entries(overrides)) {
      const value = query.get(parameter);
      if (value !== null) headers[header] = value;
    }
  for (const name of Object.keys(headers)) if (name.startsWith('access-control-')) delete headers[name];
  response.writeHead(answer.statusCode ?? 502, headers);
  pipeline(answer, response, () => undefined);
}

/** Uploads and downloads come from a shop's pages, which are other origins; the signature is what decides. */
function allowBrowsers(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', 'ETag, Content-Length, Content-Range, Content-Disposition');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('access-control-allow-methods', 'GET, HEAD, PUT, POST, DELETE');
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
  response.setHeader('access-control-max-age', '600');
}

function single(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
}
