import { fileHeaders } from '@tessera/contracts/file-headers.ts';
import { storedPathOf } from './file-path.ts';
import type { ViewerRequest, ViewerRequestEvent, ViewerResponse } from './viewer-event.ts';

/** Runs before the cache, for the hosts of shops' files, which name their tenant. */
export function handler(event: ViewerRequestEvent): ViewerRequest | ViewerResponse {
  const request = event.request;
  if (request.method === 'OPTIONS') return preflight();
  const tenant = tenantOf(request);
  const path = tenant === undefined ? undefined : storedPathOf(tenant, request.uri);
  if (path === undefined) return missing();
  request.uri = path;
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
