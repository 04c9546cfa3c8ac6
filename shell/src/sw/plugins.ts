import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration';

/** Keeps a cache small; it goes first where the device is short of space. */
export const bounded = (limits: { maxEntries: number; maxAgeSeconds: number }): WorkboxPlugin =>
  // The class declares its hooks as possibly undefined, which Workbox's own type does not foresee.
  new ExpirationPlugin({ ...limits, purgeOnQuotaError: true }) as WorkboxPlugin;

/** A kept answer speaks of the data and not of the release set it once came with, which may be long gone. */
export const withoutRelease: WorkboxPlugin = {
  cacheWillUpdate({ response }) {
    if (response.status !== 200) return Promise.resolve(null);
    const headers = new Headers(response.headers);
    headers.delete('x-tessera-release');
    return Promise.resolve(new Response(response.body, { headers }));
  },
};

/**
 * Pictures are asked for without CORS; such answers are opaque, and each is charged as megabytes. Asked for openly they
 * are charged as what they are. Where the origin does not allow that, the page gets its picture all the same.
 */
export const openly: WorkboxPlugin = {
  requestWillFetch: ({ request }) => Promise.resolve(new Request(request.url, { mode: 'cors', credentials: 'omit' })),
  handlerDidError: ({ request }) => fetch(request),
};
