/** Files live with the set they belong to; so do documents, which name those files. */
export const releaseCacheOf = (releaseSet: string): string => `tessera-release-${releaseSet}`;
export const documentCacheOf = (releaseSet: string): string => `tessera-documents-${releaseSet}`;

export const mediaCache = 'tessera-media';
export const dataCache = 'tessera-data';

/** Whether a cache belonged to another release set. */
export const isOutdated = (name: string, releaseSet: string): boolean =>
  /^tessera-(?:release|documents)-/.test(name) &&
  name !== releaseCacheOf(releaseSet) &&
  name !== documentCacheOf(releaseSet);
