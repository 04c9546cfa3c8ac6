/*
 * A version of a slice as it crosses wires. Free of imports: pages and the edge's functions read it.
 */

/** Twelve hex digits: the hash of the functions that answer as this version. */
export const sliceVersionPattern = /^[0-9a-f]{12}$/;

/** @example toSliceRef('catalog', '0123456789ab') // "catalog.0123456789ab" */
export const toSliceRef = (slice: string, version: string): string => slice + '.' + version;

export interface SliceRef {
  slice: string;
  version: string;
}

/** Reads a reference; anything of another shape is none. */
export function fromSliceRef(ref: string | undefined): SliceRef | undefined {
  const [, slice, version] = /^([a-z-]{1,40})\.([0-9a-f]{12})$/.exec(ref ?? '') ?? [];
  return slice !== undefined && version !== undefined ? { slice, version } : undefined;
}

/** The alias of a function's version, as Lambda has it. */
export const sliceAliasOf = (version: string): string => 'v-' + version;

/** Reads an alias; anything else is none. */
export const versionOfAlias = (alias: string | undefined): string | undefined =>
  alias !== undefined && alias.indexOf('v-') === 0 && sliceVersionPattern.test(alias.slice(2))
    ? alias.slice(2)
    : undefined;

/** Where an origin answers as a version: `/v/catalog/0123456789ab` and the path behind it. */
export const versionedPathOf = ({ slice, version }: SliceRef, path: string): string =>
  '/v/' + slice + '/' + version + path;

/** A path as it was before `versionedPathOf`, and the version it asked for, where it asked for one. */
export function fromVersionedPath(path: string): { path: string; ref?: SliceRef } {
  const [, slice, version, rest] = /^\/v\/([a-z-]{1,40})\/([0-9a-f]{12})(\/.*)$/.exec(path) ?? [];
  if (slice === undefined || version === undefined || rest === undefined) return { path };
  return { path: rest, ref: { slice, version } };
}
