/** Files live with the set they belong to; so do documents, which name those files. */
export const releaseCacheOf = (releaseSet: string): string => `tessera-release-${releaseSet}`;
export const documentCacheOf = (releaseSet: string): string => `tessera-documents-${releaseSet}`;

/** The release set a cache belongs to; undefined where it belongs to none. */
export const releaseSetOf = (cacheName: string): string | undefined =>
  /^tessera-(?:release|documents)-(.+)$/.exec(cacheName)?.[1];

export const mediaCache = 'tessera-media';
export const dataCache = 'tessera-data';
/** What the worker knows of sets. */
export const setsCache = 'tessera-sets';
