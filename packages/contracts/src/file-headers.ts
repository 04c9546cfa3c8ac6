/**
 * What every file of a shop is answered with, released or uploaded, under the host of its files or under its own name:
 * any page may read it, as pages of shops' own domains do, and a file that is opened as a page runs nothing there. Free
 * of imports, because the edge's functions read it too.
 */
export const fileHeaders = {
  'access-control-allow-origin': '*',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
  'x-content-type-options': 'nosniff',
} as const;

/** A file's address is never given to other bytes. */
export const fileCacheControl = 'public, max-age=31536000, immutable';

/** Of uploaded files: covers and previews. */
export const mediaPrefix = '/media/';

/** Of released files, under a shop's own name: what a first paint waits for comes without another host's handshake. */
export const releasedPrefix = '/files/';
