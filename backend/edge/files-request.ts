import { fileHeaders, mediaPrefix } from '@tessera/contracts/file-headers.ts';
import type { ViewerRequest, ViewerRequestEvent, ViewerResponse } from './viewer-event.ts';

/**
 * Runs before the cache, for the hosts of shops' files: puts the tenant that the host names before the path, so that
 * address and cache key say whose file it is. `/media/…` loses its prefix, for its bucket knows tenants alone.
 */
export function handler(event: ViewerRequestEvent): ViewerRequest | ViewerResponse {
  const request = event.request;
  if (request.method === 'OPTIONS') return preflight();
  const tenant = tenantOf(request);
  if (tenant === undefined || climbs(request.uri)) return missing();
  const isMedia = request.uri.indexOf(mediaPrefix) === 0;
  request.uri = '/' + tenant + (isMedia ? request.uri.slice(mediaPrefix.length - 1) : request.uri);
  request.querystring = {};
  return request;
}

const tenantId = /^[a-z][a-z0-9-]{1,31}$/;

/** `aria.cdn.shops.example`, and on one machine `cdn.aria.localhost`. */
function tenantOf(request: ViewerRequest): string | undefined {
  const host = request.headers['host'];
  const labels = (host ? host.value : '').toLowerCase().split('.');
  const name = labels[0] === 'cdn' ? labels[1] : labels[1] === 'cdn' ? labels[0] : undefined;
  return name !== undefined && tenantId.test(name) ? name : undefined;
}

/** Whether a part of the path is `.` or `..`, however it is spelled. */
function climbs(uri: string): boolean {
  const plain = uri.replace(/%2e/gi, '.').replace(/%2f/gi, '/').replace(/%5c/gi, '/');
  return plain.indexOf('%25') >= 0 || /(^|\/)\.{1,2}(\/|$)/.test(plain);
}

const open = (): Record<string, { value: string }> => {
  const headers: Record<string, { value: string }> = {};
  Object.keys(fileHeaders).forEach((name) => {
    headers[name] = { value: (fileHeaders as Record<string, string>)[name] || '' };
  });
  return headers;
};

function preflight(): ViewerResponse {
  const headers = open();
  headers['access-control-max-age'] = { value: '86400' };
  return { statusCode: 204, statusDescription: 'No Content', headers: headers };
}

function missing(): ViewerResponse {
  const headers = open();
  headers['cache-control'] = { value: 'no-store' };
  return { statusCode: 404, statusDescription: 'Not Found', headers: headers };
}
