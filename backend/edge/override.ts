import { cookies } from '@tessera/contracts/wire-names.ts';
import type { ViewerRequest } from './viewer-event.ts';

/*
 * Plain style: see viewer-request.ts.
 */

const token = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
const longest = 1500;

/**
 * The token of an override, for a document. Whether it is genuine is composition's to say: here it only keeps the request
 * apart from everybody else's in the cache.
 */
export function overrideOf(request: ViewerRequest): string | undefined {
  const value = request.cookies[cookies.override]?.value;
  if (value === undefined || value.length > longest || !token.test(value)) return undefined;
  return isDocument(request.uri) ? value : undefined;
}

/** Pages have no dot in their address; the offline page is kept on devices for everybody. */
const isDocument = (uri: string): boolean =>
  uri.indexOf('.') < 0 && !/^\/(?:api|icons)\//.test(uri) && !/(?:^|\/)offline$/.test(uri);
