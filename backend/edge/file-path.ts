import { mediaPrefix, releasedPrefix } from '@tessera/contracts/file-headers.ts';

/*
 * Addresses of files, as both viewer functions read them. Plain style: see viewer-request.ts.
 */

/** Whether a shop's own name answers this path with a file. */
export const isFilePath = (uri: string): boolean => uri.indexOf(mediaPrefix) === 0 || uri.indexOf(releasedPrefix) === 0;

/**
 * Where the bytes stand: the tenant, and below it the path without its prefix, so that address and cache key say whose
 * file it is. Nothing for a path that climbs out of its folder.
 */
export function storedPathOf(tenant: string, uri: string): string | undefined {
  if (climbs(uri)) return undefined;
  const prefix =
    uri.indexOf(mediaPrefix) === 0 ? mediaPrefix : uri.indexOf(releasedPrefix) === 0 ? releasedPrefix : '/';
  return '/' + tenant + uri.slice(prefix.length - 1);
}

/** Whether a part of the path is `.` or `..`, however it is spelled. */
function climbs(uri: string): boolean {
  const plain = uri.replace(/%2e/gi, '.').replace(/%2f/gi, '/').replace(/%5c/gi, '/');
  return plain.indexOf('%25') >= 0 || /(^|\/)\.{1,2}(\/|$)/.test(plain);
}
