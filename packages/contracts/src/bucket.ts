/*
 * Buckets of visitors. Free of imports and in plain style: the edge's viewer functions read this, whose runtime may know
 * no `Math.imul`.
 */

export const buckets = 10_000;

/**
 * The visitor's bucket of one remote of one tenant, 0 to 9999: always the same, and independent of their bucket of any
 * other remote. FNV-1a over the names, then the finaliser of MurmurHash3, because FNV alone leaves ids that differ in
 * their last letters close together.
 *
 * @example bucketOf('k3v0…', 'aria', 'mfe-catalog') < bucketsOf(5) // whether they are among the first five per cent
 */
export function bucketOf(visitor: string, tenant: string, remote: string): number {
  const text = visitor + '|' + tenant + '|' + remote;
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = multiply(hash ^ text.charCodeAt(index), 0x01000193);
  hash = multiply(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = multiply(hash ^ (hash >>> 13), 0xc2b2ae35);
  return Math.floor((((hash ^ (hash >>> 16)) >>> 0) / 4294967296) * buckets);
}

/** How many buckets a share has: none at 0 %, all at 100 %. */
export const bucketsOf = (percent: number): number => (percent * buckets) / 100;

/** Of 32 bits, in halves, so that no product outgrows what a number holds exactly. */
function multiply(a: number, b: number): number {
  const low = a & 0xffff;
  return (low * b + (((a >>> 16) * (b & 0xffff)) << 16)) | 0;
}
