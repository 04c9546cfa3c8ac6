import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A request as it arrived: names in lower case, target still encoded. */
export interface SignedRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string | undefined>>;
}

export interface SigV4Keys {
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
  service: string;
}

export type SigV4Verdict =
  { ok: true; payloadHash: string; chunks: ChunkSigner | undefined } | { ok: false; reason: SigV4Refusal };

export type SigV4Refusal =
  'unsigned' | 'malformed' | 'unknown-key' | 'wrong-scope' | 'expired' | 'clock-skew' | 'unsigned-header' | 'mismatch';

/** Signs one chunk of a signed stream, given the signature before it. */
export type ChunkSigner = (previous: string | undefined, chunkHash: string) => string;

const maxSkewMs = 15 * 60_000;
const maxExpirySeconds = 7 * 86_400;
const algorithm = 'AWS4-HMAC-SHA256';
export const emptyHash = createHash('sha256').digest('hex');

/** Checks Signature Version 4 in the `Authorization` header or in the query of a presigned address. */
export function verifySigV4(request: SignedRequest, keys: SigV4Keys, nowMs: number): SigV4Verdict {
  const parts = request.query.has('X-Amz-Signature') ? fromQuery(request) : fromHeaders(request);
  if (typeof parts === 'string') return refused(parts);
  const [accessKeyId, day, region, service, terminator] = parts.credential.split('/');
  if (accessKeyId !== keys.accessKeyId) return refused('unknown-key');
  if (region !== keys.region || service !== keys.service || terminator !== 'aws4_request' || !day)
    return refused('wrong-scope');
  const signedAt = parseAmzDate(parts.date);
  if (signedAt === undefined || !parts.date.startsWith(day)) return refused('malformed');
  if (parts.expiresSeconds === undefined) {
    if (Math.abs(nowMs - signedAt) > maxSkewMs) return refused('clock-skew');
  } else {
    if (signedAt - nowMs > maxSkewMs) return refused('clock-skew');
    if (nowMs > signedAt + parts.expiresSeconds * 1000) return refused('expired');
  }
  const unsigned = Object.keys(request.headers).some(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !parts.signedHeaders.includes(name),
  );
  if (unsigned) return refused('unsigned-header');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const key = signingKey(keys, day);
  const expected = hmac(key, [algorithm, parts.date, scope, sha256(canonicalRequest(request, parts))].join('\n'));
  const given = Buffer.from(parts.signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return refused('mismatch');
  const chunks: ChunkSigner = (previous, chunkHash) =>
    hmac(
      key,
      [`${algorithm}-PAYLOAD`, parts.date, scope, previous ?? parts.signature, emptyHash, chunkHash].join('\n'),
    ).toString('hex');
  return { ok: true, payloadHash: parts.payloadHash, chunks: signsChunks(parts.payloadHash) ? chunks : undefined };
}

interface SignatureParts {
  credential: string;
  signedHeaders: string[];
  signature: string;
  date: string;
  payloadHash: string;
  expiresSeconds?: number;
}

const refused = (reason: SigV4Refusal): SigV4Verdict => ({ ok: false, reason });
const signsChunks = (payloadHash: string): boolean => payloadHash.startsWith('STREAMING-AWS4-HMAC-SHA256-PAYLOAD');

function fromHeaders({ headers }: SignedRequest): SignatureParts | SigV4Refusal {
  const { authorization } = headers;
  if (!authorization) return 'unsigned';
  const match = /^AWS4-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/.exec(
    authorization,
  );
  const [, credential, signedHeaders, signature] = match ?? [];
  const date = headers['x-amz-date'];
  const payloadHash = headers['x-amz-content-sha256'];
  if (!credential || !signedHeaders || !signature || !date || !payloadHash) return 'malformed';
  return { credential, signedHeaders: signedHeaders.split(';'), signature, date, payloadHash };
}

function fromQuery({ query, headers }: SignedRequest): SignatureParts | SigV4Refusal {
  const credential = query.get('X-Amz-Credential');
  const signedHeaders = query.get('X-Amz-SignedHeaders');
  const signature = query.get('X-Amz-Signature');
  const date = query.get('X-Amz-Date');
  const expiresSeconds = Number(query.get('X-Amz-Expires') ?? NaN);
  const expiryFits = expiresSeconds >= 1 && expiresSeconds <= maxExpirySeconds;
  if (query.get('X-Amz-Algorithm') !== algorithm || !credential || !signedHeaders || !signature || !date || !expiryFits)
    return 'malformed';
  const payloadHash = query.get('X-Amz-Content-Sha256') ?? headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD';
  return { credential, signedHeaders: signedHeaders.split(';'), signature, date, payloadHash, expiresSeconds };
}

function canonicalRequest({ method, path, query, headers }: SignedRequest, parts: SignatureParts): string {
  const pairs = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]): [string, string] => [encode(name), encode(value)])
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  const names = parts.signedHeaders;
  return [
    method,
    path,
    pairs.map(([name, value]) => `${name}=${value}`).join('&'),
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/\s+/g, ' ')}`),
    '',
    names.join(';'),
    parts.payloadHash,
  ].join('\n');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

function signingKey({ secretAccessKey, region, service }: SigV4Keys, day: string): Buffer {
  return hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, day), region), service), 'aws4_request');
}

function parseAmzDate(text: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 1, day, hour, minute, second] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
