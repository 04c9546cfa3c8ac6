import { cookies, headers } from '@tessera/contracts/wire-names.ts';
import type { ViewerRequest, ViewerResponse, ViewerResponseEvent } from './viewer-event.ts';
import { visitorCookieAttributes } from './visitor.ts';

/**
 * Runs after the cache, so that no kept answer carries what is another visitor's or another minute's: gives a first-time
 * visitor their id, and tells an open page which release set its shop is at now.
 */
export function handler(event: ViewerResponseEvent): ViewerResponse {
  const response = event.response;
  const set = currentSetOf(event.request);
  if (set !== '') response.headers[headers.release] = { value: set };
  const visitor = event.request.headers[headers.newVisitor];
  if (!visitor) return response;
  if (!response.cookies) response.cookies = {};
  response.cookies[cookies.bucket] = { value: visitor.value, attributes: visitorCookieAttributes };
  return response;
}

/** Of an answer of the API; a document says itself which set it was made from. */
function currentSetOf(request: ViewerRequest): string {
  if (request.uri.indexOf('/api/') !== 0) return '';
  return (request.headers[headers.view]?.value ?? '').split('|')[0] ?? '';
}
