import { headers as names } from '@tessera/contracts/wire-names.ts';
import type { IncomingMessage } from 'node:http';
import { randomId } from '../runtime/random-id.ts';
import type { EdgeRequest } from './cloudfront-event.ts';

/** Ours to say, so never taken from outside. */
const stripped = new Set<string>([
  names.tenant,
  names.edgeTenant,
  names.edgeSigningKeys,
  names.view,
  names.newVisitor,
  names.requestId,
  'x-forwarded-host',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-amzn-trace-id',
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** A visitor's request with what CloudFront adds and without what it must not believe. */
export function toEdgeRequest(request: IncomingMessage, options: { viewerCountry?: string | undefined }): EdgeRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !stripped.has(name) && !name.startsWith('cloudfront-'))
      headers[name] = Array.isArray(value) ? value.join(', ') : value;
  const ip = (request.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
  const id = randomId(18, 'base64url');
  headers['x-forwarded-for'] = ip;
  headers['x-forwarded-proto'] = 'http';
  headers['cloudfront-viewer-address'] = `${ip}:${request.socket.remotePort ?? 0}`;
  headers[names.requestId] = id;
  if (options.viewerCountry) headers[names.viewerCountry] = options.viewerCountry;
  const target = request.url ?? '/';
  const at = target.indexOf('?');
  return {
    method: request.method ?? 'GET',
    uri: at < 0 ? target : target.slice(0, at),
    query: at < 0 ? '' : target.slice(at + 1),
    headers,
    ip,
    id,
  };
}
