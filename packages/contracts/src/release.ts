import { z } from 'zod';
import { ReleaseId, ReleaseSetId, TenantId } from './ids.ts';
import { RemoteManifest, RemoteName, RouteManifest } from './remote-manifest.ts';
import { ContractRange } from './semver.ts';
import { sliceVersionPattern } from './slice-ref.ts';

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

/** The API a build was made against: the paired slice's OpenAPI document, and the versions of it that will do. */
export const SliceContract = z.object({
  /** Of the document's bytes. */
  hash: z.string().regex(/^sha256-[A-Za-z0-9+/]{43}=$/, 'is not sha256- and base64'),
  range: ContractRange,
});
export type SliceContract = z.infer<typeof SliceContract>;

/** Version of a slice's functions: the hash of what they are. */
export const SliceVersion = z.string().regex(sliceVersionPattern, 'is not 12 hex digits');

/** Of a build: slice → version. */
export const SliceVersions = z.record(z.string(), SliceVersion);

/** Path of a value → its types: `items[].title` → `string`, `items[].year?` → `integer` where it may be absent. */
const Shape = z.record(z.string().max(400), z.string().max(4_000));

/** An operation of the API that a build calls, as it was when the build was made: what the build may rely on. */
export const CalledOperation = z.object({
  method: z.enum(['get', 'post', 'put', 'patch', 'delete']),
  /** OpenAPI path template. */
  path: z.string().startsWith('/api/').max(300),
  /** `query:q?`, `path:id`, `body:lines[].quantity`. */
  sends: Shape,
  /** Of its JSON answer. */
  answers: Shape,
});
export type CalledOperation = z.infer<typeof CalledOperation>;

/** Where a build comes from. Signed with the release, but no part of its id: the same source built twice is the same. */
export const Provenance = z.object({
  /** Commit of the source. */
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/, 'is not a commit hash')
    .optional(),
  /** Whether the source had changes that are in no commit. */
  dirty: z.boolean().optional(),
  repository: z.string().max(300).optional(),
  /** By the clock of whoever built it; nothing is decided by it. */
  builtAt: z.iso.datetime(),
  /** Names and versions of what built and published it, beyond the build's own `tools`. */
  tools: z.record(z.string().max(60), z.string().max(60)).default({}),
});
export type Provenance = z.infer<typeof Provenance>;

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
  sliceContract: SliceContract.optional(),
  /**
   * Version of the paired slice that it was built with and goes live with. The platform's alone: what a tenant's team
   * publishes names none, and is answered by the slice as it stands.
   */
  sliceVersion: SliceVersion.exactOptional(),
  /** Operations of any slice that its source calls. */
  calls: z.array(CalledOperation).max(200).exactOptional(),
  /** Module → range that a remote asks the page for, or version that a shell provides. */
  shared: z.record(z.string(), z.string()).exactOptional(),
  /** Of a shell: version of the contract that it offers to remotes. */
  contract: z.string().exactOptional(),
});
export type RemoteBuild = z.infer<typeof RemoteBuild>;

/** Whose code it is: a tenant's own team's, where it is not the platform's. What a team wrote is rendered where nothing can be reached. */
export const ReleaseAuthor = z.enum(['team']);

/** Owner of releases that every tenant may use; no tenant has this id. */
export const platformTenant = 'platform';

/** One published release. Immutable; `releaseId` is the hash of what the build says of itself, so the same source has the same id. */
export const ReleaseRecord = RemoteBuild.extend({
  releaseId: ReleaseId,
  remote: RemoteName,
  /** The tenant whose origin serves it. */
  tenantId: TenantId,
  publishedAt: z.iso.datetime(),
  publishedBy: z.string(),
  provenance: Provenance.optional(),
  author: ReleaseAuthor.optional(),
  /**
   * Detached ES256 JWS over `<tenant>/<release id>`, and behind further slashes the hash of the provenance and the author
   * where there are any, so that no record can stand in for another tenant's. Of a release for every shop the tenant is `platform`.
   */
  signature: z.object({ kid: z.string(), value: z.string() }),
});
export type ReleaseRecord = z.infer<typeof ReleaseRecord>;

/** Which release of each remote a visitor of (tenant, channel, bucket) gets. Immutable; pointers move. */
export const ReleaseSet = z.object({
  id: ReleaseSetId,
  tenantId: TenantId,
  channel: z.string(),
  releases: z.record(RemoteName, ReleaseId),
  /** The earlier release that a page runs where the pinned one does not; absent where there is none for any remote. */
  fallbacks: z.record(RemoteName, ReleaseId).exactOptional(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  signature: z.object({ kid: z.string(), value: z.string() }),
});
export type ReleaseSet = z.infer<typeof ReleaseSet>;
