/**
 * What every file of a shop's file origin is answered with, released or uploaded: any page may read it, as pages of
 * shops' own domains do. Free of imports, because the edge's functions read it too.
 */
export const fileHeaders = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
  'x-content-type-options': 'nosniff',
} as const;

/** A file's address is never given to other bytes. */
export const fileCacheControl = 'public, max-age=31536000, immutable';

/** Of uploaded files: covers and previews. All else is a release's. */
export const mediaPrefix = '/media/';
