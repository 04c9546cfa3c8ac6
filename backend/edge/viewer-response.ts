import { cookies, headers } from '@tessera/contracts/wire-names.ts';
import type { ViewerResponse, ViewerResponseEvent } from './viewer-event.ts';
import { visitorCookieAttributes } from './visitor.ts';

/** Runs after the cache: gives a first-time visitor their id, so that no cached answer ever carries one. */
export function handler(event: ViewerResponseEvent): ViewerResponse {
  const response = event.response;
  const visitor = event.request.headers[headers.newVisitor];
  if (!visitor) return response;
  if (!response.cookies) response.cookies = {};
  response.cookies[cookies.bucket] = { value: visitor.value, attributes: visitorCookieAttributes };
  return response;
}
