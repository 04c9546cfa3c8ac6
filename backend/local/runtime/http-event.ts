import { isUtf8 } from 'node:buffer';
import { accountId } from './lambda-context.ts';

/** A request on its way to a function, already read whole. */
export interface OriginRequest {
  method: string;
  /** Path as it was asked for, still encoded. */
  path: string;
  /** Without the question mark. */
  query: string;
  /** Lower-case names; several values of one name are joined already. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  sourceIp: string;
  requestId: string;
}

/** API Gateway HTTP API and Lambda Function URL events, payload format 2.0. */
export function toHttpEvent(request: OriginRequest, source: { kind: 'api' | 'url'; nowMs: number }): object {
  const { cookie, ...headers } = request.headers;
  const binary = request.body.length > 0 && isBinary(request.headers, request.body);
  const query = parseQuery(request.query);
  const host = request.headers['host'] ?? '';
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookie ? { cookies: cookie.split(/;\s*/) } : {}),
    headers,
    ...(query ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: source.kind === 'api' ? accountId : 'anonymous',
      apiId: 'tessera',
      domainName: host,
      domainPrefix: host.split('.')[0] ?? '',
      http: {
        method: request.method,
        path: request.path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: request.requestId,
      routeKey: '$default',
      stage: '$default',
      time: clfTime(new Date(source.nowMs)),
      timeEpoch: source.nowMs,
    },
    ...(request.body.length > 0 ? { body: request.body.toString(binary ? 'base64' : 'utf8') } : {}),
    isBase64Encoded: binary,
  };
}

const textTypes = /^(?:text\/|application\/(?:json|xml|javascript|x-www-form-urlencoded|[\w.+-]*\+(?:json|xml))\b)/i;

function isBinary(headers: Readonly<Record<string, string>>, body: Buffer): boolean {
  if (headers['content-encoding']) return true;
  return !textTypes.test(headers['content-type'] ?? '') || !isUtf8(body);
}

function parseQuery(raw: string): Record<string, string> | undefined {
  if (raw === '') return undefined;
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(raw))
    query[name] = query[name] === undefined ? value : `${query[name]},${value}`;
  return query;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function clfTime(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${two(date.getUTCDate())}/${months[date.getUTCMonth()] ?? ''}/${date.getUTCFullYear()}`;
  return `${day}:${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}
