import cloudfront from 'cloudfront';
import { headers } from '@tessera/contracts/wire-names.ts';
import { isFilePath, storedPathOf } from './file-path.ts';
import { hostKeyOf, slicesKeyOf, type HostEntry } from './host-entry.ts';
import { overrideOf } from './override.ts';
import { firstRedirectOf, viewHeaderOf } from './page-view.ts';
import type { ViewerRequest, ViewerRequestEvent, ViewerResponse } from './viewer-event.ts';
import { newVisitor, visitorOf } from './visitor.ts';

/*
 * Runs before the cache, for every request. The runtime knows no destructuring, no `for…of` and no spread, and takes
 * 10 KB: hence the plain style here and in what this imports.
 */

/** Headers that only the edge may set. */
const internal = [
  headers.tenant,
  headers.edgeTenant,
  headers.view,
  headers.override,
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
  if (isFilePath(request.uri)) return fileOf(request, entry);
  const redirect = firstRedirectOf(request, entry);
  if (redirect !== undefined) return redirectTo(redirect);
  request.headers[headers.edgeTenant] = { value: entry.tenant };
  const known = visitorOf(request);
  const visitor = known === undefined ? newVisitor() : known;
  request.headers[headers.view] = { value: viewHeaderOf(request, entry, visitor) };
  const override = overrideOf(request);
  if (override !== undefined) request.headers[headers.override] = { value: override };
  if (known === undefined) request.headers[headers.newVisitor] = { value: visitor };
  await keepSliceVersion(request, entry.tenant);
  return request;
}

/** Files are the same for every visitor of a shop; nothing of one goes to where they stand. */
function fileOf(request: ViewerRequest, entry: HostEntry): ViewerRequest | ViewerResponse {
  const path = storedPathOf(entry.tenant, request.uri);
  if (path === undefined) return missingFile;
  request.uri = path;
  request.querystring = {};
  return request;
}

/**
 * Which version of a slice a page asks for: one that the shop's live releases need, or none, and then the slice as it
 * stands answers. What is kept enters the cache key, so a visitor cannot make that endless.
 */
async function keepSliceVersion(request: ViewerRequest, tenant: string): Promise<void> {
  const asked = request.headers[headers.slice];
  if (asked === undefined) return;
  if (request.uri.indexOf('/api/') === 0) {
    const needed = await cloudfront
      .kvs()
      .get(slicesKeyOf(tenant), { format: 'json' })
      .catch(() => []);
    if ((needed as string[]).indexOf(asked.value) >= 0) return; // written by us, as `host-entries.ts` makes it
  }
  delete request.headers[headers.slice];
}

async function findHost(request: ViewerRequest): Promise<HostEntry | undefined> {
  const host = (request.headers['host']?.value ?? '').toLowerCase().replace(/:\d+$/, '');
  try {
    return (await cloudfront.kvs().get(hostKeyOf(host), { format: 'json' })) as HostEntry; // written by us, as `toHostEntry` makes it
  } catch {
    return undefined;
  }
}

const notFound = (body: string): ViewerResponse => ({
  statusCode: 404,
  statusDescription: 'Not Found',
  headers: { 'content-type': { value: 'text/plain; charset=utf-8' }, 'cache-control': { value: 'no-store' } },
  body: body,
});
const unknownHost = notFound('There is no shop at this address.\n');
const missingFile = notFound('There is no such file here.\n');

const redirectTo = (location: string): ViewerResponse => ({
  statusCode: 302,
  statusDescription: 'Found',
  headers: { location: { value: location }, 'cache-control': { value: 'no-store' } },
});
