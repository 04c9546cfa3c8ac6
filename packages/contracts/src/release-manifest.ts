import { z } from 'zod';
import { TenantId } from './ids.ts';
import { Provenance, ReleaseAuthor, ReleaseRecord, ReleaseSet, RemoteBuild } from './release.ts';
import { RemoteName } from './remote-manifest.ts';

/**
 * `GET /.well-known/releases.json`: what is live, so that anybody can verify it with the keys of
 * `/.well-known/release-keys.json`. How is written in docs/releases.md.
 */
export const ReleaseManifest = z.object({
  set: ReleaseSet,
  /** By release id; those that the set pins, and what they fall back to. */
  releases: z.record(
    z.string(),
    z.object({
      /** Who signed for: a tenant, or `platform` for every tenant. */
      tenantId: TenantId,
      remote: RemoteName,
      publishedAt: z.iso.datetime(),
      /** What the release id is the hash of. */
      build: RemoteBuild,
      provenance: Provenance.optional(),
      author: ReleaseAuthor.optional(),
      signature: ReleaseRecord.shape.signature,
    }),
  ),
});
export type ReleaseManifest = z.infer<typeof ReleaseManifest>;
