import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { releaseLimits } from '../release-limits.ts';
import { Provenance, ReleaseFile, RemoteBuild, SliceContract, SliceVersion } from '../release.ts';
import { RemoteName } from '../remote-manifest.ts';
import { SemVer } from '../semver.ts';
import { Page } from './common.ts';
import { Role } from './session.ts';

/*
 * Who calls: a browser with its session, or a command line with `Authorization: Bearer`, either a deploy token
 * (`tsd_…`) or an access token of the app client that `signIn` names. A deploy token for other remotes is answered 403
 * `token_scope`; one of another shop, a revoked or an expired one 401 `token_unknown`.
 */

const secured = { security: 'role' as const, errors: [401, 403, 404] as const };

/** The remotes of this shop: its own and those that every shop has. */
const remoteParam = z.object({ remote: RemoteName.max(40) });
const versionParams = remoteParam.extend({ version: SemVer });

/** Why somebody changes something; kept in the log. */
const Why = z.string().trim().max(500);

/** `reserved`: its files are awaited, and no page can name it yet. */
export const ReleaseState = z.enum(['reserved', 'published']).meta({ id: 'ReleaseState' });

/** `platform`: offered to every shop; `tenant`: this shop's own. */
export const ReleaseScope = z.enum(['tenant', 'platform']).meta({ id: 'ReleaseScope' });

export const LiveRelease = z
  .object({
    remote: z.string(),
    version: z.string(),
    releaseId: z.string(),
    publishedAt: z.iso.datetime(),
    publishedBy: z.string(),
    bytes: z.int(),
  })
  .meta({ id: 'LiveRelease' });

export const ReleaseSummary = z
  .object({
    remote: z.string(),
    version: z.string(),
    releaseId: z.string(),
    state: ReleaseState,
    scope: ReleaseScope,
    files: z.int(),
    bytes: z.int(),
    /** When it was published, or reserved where it is not published yet. */
    at: z.iso.datetime(),
    /** Id of a person, or `token:<id>` of a deploy token. */
    by: z.string(),
    /** Of the source, where the build knew it. */
    commit: z.string().optional(),
    /** Whether visitors of the live channel are given it. */
    live: z.boolean(),
    /** Of a reservation: until when its files are awaited. */
    expiresAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'ReleaseSummary' });

/** A remote of this shop, whose releases are listed. */
export const ReleasedRemote = z
  .object({
    remote: z.string(),
    /** One that every shop has; else the shop's own. */
    standard: z.boolean(),
    releases: z.int(),
    /** The version that visitors are given; absent where none is. */
    liveVersion: z.string().optional(),
    /** The version that was published last; absent where none was. */
    latestVersion: z.string().optional(),
  })
  .meta({ id: 'ReleasedRemote' });

export const ReleaseDetail = ReleaseSummary.extend({
  build: RemoteBuild,
  provenance: Provenance.optional(),
  signature: z.object({ kid: z.string(), value: z.string() }),
}).meta({ id: 'ReleaseDetail' });

const FileSize = z.object({ path: z.string(), bytes: z.int() });
const change = <T extends z.ZodType>(value: T) => z.object({ from: value.optional(), to: value.optional() });

/** What differs; `from` or `to` is absent where that side has none. */
export const ReleaseDiff = z
  .object({
    remote: z.string(),
    from: z.string(),
    to: z.string(),
    files: z.object({
      added: z.array(FileSize),
      removed: z.array(FileSize),
      changed: z.array(z.object({ path: z.string(), fromBytes: z.int(), toBytes: z.int() })),
      unchanged: z.int(),
    }),
    bytes: z.object({ from: z.int(), to: z.int() }),
    routes: z.object({
      added: z.array(z.string()),
      removed: z.array(z.string()),
      /** Paths whose data, access or preloads differ. */
      changed: z.array(z.string()),
    }),
    shellContract: change(z.string()),
    slice: change(z.string()),
    sliceContract: change(SliceContract),
    /** Version of the slice that goes live with it. */
    sliceVersion: change(SliceVersion),
    tools: z.array(z.object({ name: z.string(), from: z.string().optional(), to: z.string().optional() })),
  })
  .meta({ id: 'ReleaseDiff' });

export const ReleaseLogEntry = z
  .object({
    at: z.iso.datetime(),
    /** `release.reserved`, `release.published`, `channel.moved`, … */
    what: z.string(),
    /** Id of a person, `token:<id>` of a deploy token, or the name of what acted on its own. */
    by: z.string(),
    why: z.string().optional(),
    version: z.string().optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'ReleaseLogEntry' });

/** A file the store does not have: PUT exactly these bytes to the address, with exactly these headers. */
export const ReleaseUpload = z
  .object({
    path: ReleaseFile.shape.path,
    integrity: ReleaseFile.shape.integrity,
    bytes: z.int(),
    url: z.url(),
    headers: z.record(z.string(), z.string()),
  })
  .meta({ id: 'ReleaseUpload' });

export const Reservation = z
  .object({
    remote: z.string(),
    version: z.string(),
    /** Hash of the description: the same build has the same. */
    releaseId: z.string(),
    /** `published`: the same bytes are published already, and there is nothing to do. */
    state: ReleaseState,
    /** Until when files are awaited; absent where it is published. */
    expiresAt: z.iso.datetime().optional(),
    /** One for each content the store lacks; commit as soon as all are there. */
    uploads: z.array(ReleaseUpload),
  })
  .meta({ id: 'Reservation' });

/** SHA-256 in base64: what an upload is bound to. */
const Checksum = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'is not a SHA-256 in base64');

/** The build as `tessera.json` has it, and where it comes from. */
export const ReleaseDescription = z.object({
  build: RemoteBuild,
  provenance: Provenance.optional(),
  /** Integrity → SHA-256 of the same bytes, for every file. */
  checksums: z.record(z.string().max(80), Checksum),
  scope: ReleaseScope.default('tenant'),
  why: Why.optional(),
});

export const DeployToken = z
  .object({
    id: z.string(),
    name: z.string(),
    /** Remotes it may publish and move; `*` is all of this shop. */
    remotes: z.array(z.string()),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    expiresAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().optional(),
    revokedAt: z.iso.datetime().optional(),
    state: z.enum(['active', 'expired', 'revoked']),
  })
  .meta({ id: 'DeployToken' });

export const Caller = z
  .object({
    kind: z.enum(['person', 'token']),
    id: z.string(),
    name: z.string(),
    roles: z.array(Role),
    /** What a deploy token is for; absent for a person, who may publish all remotes of the shop. */
    remotes: z.array(z.string()).optional(),
    expiresAt: z.iso.datetime().optional(),
    tenantId: z.string(),
  })
  .meta({ id: 'Caller' });

/** How a command line signs a person in: Authorization Code with PKCE (S256) by a public client, led back to loopback. */
export const CliSignIn = z
  .object({
    issuer: z.string(),
    clientId: z.string(),
    authorizeUrl: z.url(),
    tokenUrl: z.url(),
    redirectUris: z.array(z.string()),
    scopes: z.array(z.string()),
  })
  .meta({ id: 'CliSignIn' });

export const releasesApi = {
  releases: endpoint({
    method: 'get',
    path: '/api/admin/releases',
    summary: 'What is live for this shop, its remotes, and their releases, newest first',
    query: Page.extend({ remote: RemoteName.optional() }),
    ok: {
      200: z.object({
        /** The set that visitors are given; absent where nothing is live. */
        releaseSetId: z.string().optional(),
        live: z.array(LiveRelease),
        remotes: z.array(ReleasedRemote),
        items: z.array(ReleaseSummary),
        nextCursor: z.string().optional(),
      }),
    },
    ...secured,
  }),
  releaseDiff: endpoint({
    method: 'get',
    path: '/api/admin/releases/{remote}/diff',
    summary: 'What differs between two releases of a remote',
    params: remoteParam,
    query: z.object({ from: SemVer, to: SemVer }),
    ok: { 200: ReleaseDiff },
    ...secured,
  }),
  releaseLog: endpoint({
    method: 'get',
    path: '/api/admin/releases/{remote}/log',
    summary: 'What happened to a remote’s releases, latest first: who, why, when',
    params: remoteParam,
    query: Page,
    ok: { 200: z.object({ items: z.array(ReleaseLogEntry), nextCursor: z.string().optional() }) },
    ...secured,
  }),
  release: endpoint({
    method: 'get',
    path: '/api/admin/releases/{remote}/{version}',
    summary: 'The whole record of one release',
    params: versionParams,
    ok: { 200: ReleaseDetail },
    ...secured,
  }),
  reserveRelease: endpoint({
    method: 'put',
    path: '/api/admin/releases/{remote}/{version}',
    summary: 'Reserves a version for a build and says which of its files the store lacks; may be repeated',
    params: versionParams,
    body: ReleaseDescription,
    ok: { 200: Reservation },
    security: 'role',
    /** 409 `version_taken`, `publish_in_progress`, `routes_taken`, `release_limit`; 413 beyond `releaseLimits`. */
    errors: [401, 403, 409, 413],
  }),
  commitRelease: endpoint({
    method: 'post',
    path: '/api/admin/releases/{remote}/{version}/commit',
    summary: 'Verifies every stored file and publishes the signed record; the same release again changes nothing',
    params: versionParams,
    body: z.object({ releaseId: z.string().max(80), scope: ReleaseScope.default('tenant'), why: Why.optional() }),
    ok: { 200: ReleaseSummary, 201: ReleaseSummary },
    security: 'role',
    /** 409 `files_missing` and `files_wrong` with `errors`, `version_taken`, `reservation_expired`, `publish_in_progress`. */
    errors: [401, 403, 404, 409],
  }),
  deployTokens: endpoint({
    method: 'get',
    path: '/api/admin/deploy-tokens',
    summary: 'Deploy tokens of this shop, newest first, without their secrets',
    ok: { 200: z.object({ items: z.array(DeployToken) }) },
    ...secured,
  }),
  createDeployToken: endpoint({
    method: 'post',
    path: '/api/admin/deploy-tokens',
    summary: 'Makes a deploy token; its secret is in this answer and never again',
    body: z.object({
      name: z.string().trim().min(1).max(80),
      remotes: z
        .array(z.union([z.literal('*'), RemoteName.max(40)]))
        .min(1)
        .max(20),
      expiresInDays: z.int().min(1).max(365).default(90),
    }),
    ok: { 201: DeployToken.extend({ token: z.string() }) },
    security: 'role',
    errors: [401, 403, 409],
  }),
  revokeDeployToken: endpoint({
    method: 'delete',
    path: '/api/admin/deploy-tokens/{id}',
    summary: 'Revokes a deploy token at once',
    params: z.object({ id: z.string().max(80) }),
    ok: { 200: DeployToken },
    ...secured,
  }),
  caller: endpoint({
    method: 'get',
    path: '/api/admin/caller',
    summary: 'Who a session or a bearer token is, and what it may do',
    ok: { 200: Caller },
    ...secured,
  }),
  cliSignIn: endpoint({
    method: 'get',
    path: '/api/admin/cli/sign-in',
    summary: 'How a command line signs in',
    ok: { 200: CliSignIn },
  }),
};

/** At most this many bytes of a `reserveRelease` body. */
export const maxDescriptionBytes = releaseLimits.descriptionBytes;
