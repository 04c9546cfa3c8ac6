import { z } from 'zod';
import { ReleaseId, ReleaseSetId, TenantId } from './ids.ts';
import { RemoteManifest, RemoteName, RouteManifest } from './remote-manifest.ts';

/** Subresource integrity, `sha384-` and base64. */
export const Integrity = z.string().regex(/^sha384-[A-Za-z0-9+/]{64}$/);

export const ReleaseFile = z.object({
  /** Relative to the release's folder, with forward slashes. */
  path: z.string(),
  integrity: Integrity,
  bytes: z.int().nonnegative(),
  contentType: z.string(),
});
export type ReleaseFile = z.infer<typeof ReleaseFile>;

/** `dist/tessera.json`: what a build says of itself. Written by the Vite preset, read by publish. */
export const RemoteBuild = z.object({
  manifest: RemoteManifest.omit({ routes: true }).extend({
    routes: z.array(
      RouteManifest.extend({
        /** Files this route needs beyond the entry's own, in load order: what the document preloads. */
        preload: z.array(z.string()),
      }),
    ),
  }),
  version: z.string(),
  /** `remoteEntry.js` of a remote; the host entry of the shell. */
  entry: z.string(),
  /** Files the entry needs before it can mount anything. */
  preload: z.array(z.string()),
  /** Files that hold one locale's messages, to preload beside `preload`. */
  preloadByLocale: z.record(z.string(), z.array(z.string())).default({}),
  css: z.array(z.string()),
  serverEntry: z.string().optional(),
  /** The shell's service worker, served by composition at `/sw.js`. */
  serviceWorker: z.string().optional(),
  files: z.array(ReleaseFile),
  tools: z.record(z.string(), z.string()),
});
export type RemoteBuild = z.infer<typeof RemoteBuild>;

/** One published release. Immutable; `releaseId` is the hash of what the build says of itself, so the same source has the same id. */
export const ReleaseRecord = RemoteBuild.extend({
  releaseId: ReleaseId,
  remote: RemoteName,
  /** The tenant whose origin serves it. */
  tenantId: TenantId,
  publishedAt: z.iso.datetime(),
  publishedBy: z.string(),
  /** Detached ES256 JWS over `<tenant>/<release id>`, so that no record can stand in for another tenant's. */
  signature: z.object({ kid: z.string(), value: z.string() }),
});
export type ReleaseRecord = z.infer<typeof ReleaseRecord>;

/** Which release of each remote a visitor of (tenant, channel, bucket) gets. Immutable; pointers move. */
export const ReleaseSet = z.object({
  id: ReleaseSetId,
  tenantId: TenantId,
  channel: z.string(),
  releases: z.record(RemoteName, ReleaseId),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  signature: z.object({ kid: z.string(), value: z.string() }),
});
export type ReleaseSet = z.infer<typeof ReleaseSet>;
