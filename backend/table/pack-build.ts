import { gunzipSync, gzipSync } from 'node:zlib';

/** An item takes 400 kB, and a description of 2,000 files comes to more. */
const packedFromBytes = 64_000;

/** A description as it is stored: as it is, or compressed where it is large. */
export function packBuild(build: unknown): unknown {
  const json = JSON.stringify(build);
  return json.length < packedFromBytes ? build : { gzip: new Uint8Array(gzipSync(json)) };
}

/** What `packBuild` was given. */
export function unpackBuild(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('gzip' in stored)) return stored;
  return stored.gzip instanceof Uint8Array ? (JSON.parse(gunzipSync(stored.gzip).toString('utf8')) as unknown) : stored;
}
