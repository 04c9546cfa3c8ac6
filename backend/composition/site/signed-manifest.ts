import type { ReleaseManifest } from '@tessera/contracts/release-manifest.ts';
import type { ReleaseRecord } from '@tessera/contracts/release.ts';
import type { LiveSet } from '../registry/load-set.ts';

/**
 * The set and the releases it names, as they were signed: whoever has the public keys can tell without trusting this
 * answer. Their ids are the hashes of what is here, and each signature is over an id and its owner.
 */
export const signedManifestOf = ({ set, shell, remotes, fallbacks }: LiveSet): ReleaseManifest => ({
  set,
  releases: Object.fromEntries(
    [shell, ...remotes.values(), ...fallbacks.values()].map((release) => [release.releaseId, entryOf(release)]),
  ),
});

function entryOf(release: ReleaseRecord): ReleaseManifest['releases'][string] {
  const {
    releaseId: _,
    remote,
    tenantId,
    publishedAt,
    publishedBy: __,
    provenance,
    author,
    signature,
    ...build
  } = release;
  return {
    tenantId,
    remote,
    publishedAt,
    build,
    ...(provenance ? { provenance } : {}),
    ...(author ? { author } : {}),
    signature,
  };
}
