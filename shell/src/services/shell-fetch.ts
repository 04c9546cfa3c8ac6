import { headers } from '@tessera/contracts/wire-names.ts';

export interface ShellFetchOptions {
  fetch: typeof fetch;
  origin: string;
  releaseSetId: string;
  /** The version of its slice that a path is for; undefined where any will do. */
  sliceOf(path: string): string | undefined;
  /** An answer said that nobody is signed in. */
  onSignedOut(): void;
  /** An answer was made by another release set than this document. */
  onReleaseMoved(): void;
  /** An answer brought the token that this page view is counted by. */
  onPageView(token: string): void;
  /** An answer was 500 or above, or, as 0, did not come. */
  onFailed(path: string, status: number): void;
}

/** Same-origin API calls: CSRF and release headers go out, a 401 and a moved release set come back. */
export function createShellFetch(options: ShellFetchOptions) {
  return async (input: string | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(typeof input === 'string' ? input : input.url, options.origin);
    if (url.origin !== options.origin) throw new TypeError(`${url.origin} is not this shop`);
    const request = new Request(typeof input === 'string' ? url : input, init);
    if (request.method !== 'GET' && request.method !== 'HEAD') request.headers.set(headers.csrf, '1');
    request.headers.set(headers.release, options.releaseSetId);
    const slice = options.sliceOf(url.pathname);
    if (slice !== undefined) request.headers.set(headers.slice, slice);
    const response = await options.fetch(request).catch((error: unknown) => {
      if (!request.signal.aborted) options.onFailed(url.pathname, 0);
      throw error;
    });
    if (response.status >= 500) options.onFailed(url.pathname, response.status);
    const pageView = response.headers.get(headers.pageView);
    if (pageView !== null) options.onPageView(pageView);
    if (response.status === 401) options.onSignedOut();
    const answeredBy = response.headers.get(headers.release);
    if (answeredBy !== null && answeredBy !== options.releaseSetId) options.onReleaseMoved();
    return response;
  };
}
