import cloudfront from 'cloudfront';
import { headers } from '@tessera/contracts/wire-names.ts';
import { hostKeyOf, type HostEntry } from './host-entry.ts';
import { firstRedirectOf, viewHeaderOf } from './page-view.ts';
import type { ViewerRequest, ViewerRequestEvent, ViewerResponse } from './viewer-event.ts';
import { newVisitorOf } from './visitor.ts';

/*
 * Runs before the cache, for every request. The runtime knows no destructuring, no `for…of` and no spread, and takes
 * 10 KB: hence the plain style here and in what this imports.
 */

/** Headers that only the edge may set. */
const internal = [
  headers.tenant,
  headers.edgeTenant,
  headers.view,
  headers.newVisitor,
  headers.edgeSigningKeys,
  headers.requestId,
  'x-forwarded-host',
];

export async function handler(event: ViewerRequestEvent): Promise<ViewerRequest | ViewerResponse> {
  const request = event.request;
  for (let index = 0; index < internal.length; index += 1) delete request.headers[internal[index] ?? ''];
  const entry = await findHost(request);
  if (!entry) return unknownHost;
  const redirect = firstRedirectOf(request, entry);
  if (redirect !== undefined) return redirectTo(redirect);
  request.headers[headers.edgeTenant] = { value: entry.tenant };
  request.headers[headers.view] = { value: viewHeaderOf(request, entry) };
  const visitor = newVisitorOf(request);
  if (visitor !== undefined) request.headers[headers.newVisitor] = { value: visitor };
  return request;
}

async function findHost(request: ViewerRequest): Promise<HostEntry | undefined> {
  const host = (request.headers['host']?.value ?? '').toLowerCase().replace(/:\d+$/, '');
  try {
    return (await cloudfront.kvs().get(hostKeyOf(host), { format: 'json' })) as HostEntry; // written by us, as `toHostEntry` makes it
  } catch {
    return undefined;
  }
}

const unknownHost: ViewerResponse = {
  statusCode: 404,
  statusDescription: 'Not Found',
  headers: { 'content-type': { value: 'text/plain; charset=utf-8' }, 'cache-control': { value: 'no-store' } },
  body: 'There is no shop at this address.\n',
};

const redirectTo = (location: string): ViewerResponse => ({
  statusCode: 302,
  statusDescription: 'Found',
  headers: { location: { value: location }, 'cache-control': { value: 'no-store' } },
});
