import { headers as names } from '@tessera/contracts/wire-names.ts';
import { sliceOf } from '@tessera/contracts/slice-prefixes.ts';
import { createHash } from 'node:crypto';
import type { FunctionSpec } from '../../functions.ts';
import type { EdgeRequest } from './cloudfront-event.ts';

/** What the distribution asks for a path. */
export interface EdgeOrigin {
  /** The one host it answers to. */
  domainName: string;
  /** Function URLs are called in CloudFront's name, which signs; the HTTP API is open. */
  accessControlled: boolean;
  /** The function behind it that answers the path. */
  function: string | undefined;
}

/** Behaviours by path, as in infra: slices with a URL of their own, the API, and composition for all else. */
export function createOrigins(functions: readonly Pick<FunctionSpec, 'name' | 'kind'>[]) {
  const streaming = new Set(functions.filter(({ kind }) => kind === 'stream-url').map(({ name }) => name));
  return (path: string): EdgeOrigin => {
    const below = path === '/api' || path.startsWith('/api/');
    const name = below ? sliceOf(path) : 'composition';
    return below && !(name && streaming.has(name))
      ? { domainName: 'api.execute-api.localhost', accessControlled: false, function: name }
      : { domainName: `${name}.lambda-url.localhost`, accessControlled: true, function: name };
  };
}

export type OriginRefusal = { kind: 'misdirected' } | { kind: 'unsigned-body' };

/**
 * What AWS refuses before it runs a function: a host that is not the origin's own, and at a Function URL a body whose
 * hash the visitor has not sent, for CloudFront signs without reading it. A shop that this machine serves over plain
 * HTTP under another name than localhost has pages without Web Crypto, which cannot hash.
 */
export function refusalOf(origin: EdgeOrigin, request: EdgeRequest, body: Buffer): OriginRefusal | undefined {
  if (request.headers['host'] !== origin.domainName) return { kind: 'misdirected' };
  if (!origin.accessControlled || body.length === 0) return undefined;
  if (!/(^|\.)localhost(:|$)/.test(request.headers['x-forwarded-host'] ?? '')) return undefined;
  const hash = createHash('sha256').update(body).digest('hex');
  return request.headers[names.bodyHash] === hash ? undefined : { kind: 'unsigned-body' };
}
