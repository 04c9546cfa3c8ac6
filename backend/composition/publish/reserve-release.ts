import { problemsOfBuild, routeConflicts, type FieldProblem } from '@tessera/contracts/check-build.ts';
import { releaseLimits } from '@tessera/contracts/release-limits.ts';
import type { Provenance, ReleaseFile, RemoteBuild } from '@tessera/contracts/release.ts';
import { satisfies } from '@tessera/contracts/satisfies.ts';
import { shellContractVersion } from '@tessera/contracts/shell-services.ts';
import { originKeyOf } from '../../platform/release-files.ts';
import type { ReleaseRepository, StoredRelease } from '../registry/repository.ts';
import { liveRoutesOf } from './live-routes.ts';
import type { PublishDeps } from './publish-deps.ts';
import { createStaging } from './staging.ts';
import { blobKeyOf, distinctFiles, forEachFile, isStored, isThere } from './store.ts';
import { takeVersion } from './take-version.ts';
import { repositoriesOf, toReservation } from './to-reservation.ts';

export interface ReserveInput {
  /** Of the tenant, or `platform` for every tenant. */
  tenantId: string;
  build: RemoteBuild;
  provenance?: Provenance | undefined;
  /** Integrity → SHA-256 in base64 of the same bytes. */
  checksums: Readonly<Record<string, string>>;
  /** Absent where the platform's own team publishes. */
  author?: 'team' | undefined;
  by: string;
  why?: string | undefined;
}

export interface Upload {
  path: string;
  integrity: string;
  bytes: number;
  url: string;
  headers: Record<string, string>;
}

export type ReserveResult =
  | { ok: true; release: StoredRelease; uploads: readonly Upload[] }
  | { ok: false; reason: 'invalid' | 'routes_taken'; problems: readonly FieldProblem[] }
  | { ok: false; reason: 'release_limit'; limit: number }
  | { ok: false; reason: 'version_taken' | 'publish_in_progress'; detail: string };

/**
 * Takes a version for a build and says which of its files are still to come. Nothing a page could name comes of it, and
 * it may be repeated: what has arrived since is asked for no more, and the reservation lasts anew.
 */
export async function reserveRelease(input: ReserveInput, deps: PublishDeps): Promise<ReserveResult> {
  const { tenantId, build, provenance, author, by } = input;
  const problems = [...problemsOfBuild(build), ...contractProblems(build), ...checksumProblems(input)];
  if (problems.length > 0) return { ok: false, reason: 'invalid', problems };
  const repositories = repositoriesOf(deps.table, tenantId);
  const { repository } = repositories;
  const own = { remote: build.manifest.name, routes: build.manifest.routes };
  const conflicts = routeConflicts(own, await liveRoutesOf(repository));
  if (conflicts.length > 0) return { ok: false, reason: 'routes_taken', problems: conflicts };

  const now = deps.now();
  const wanted = toReservation({ tenantId, build, provenance, author, by, now });
  if (await isFull(repository, wanted)) return { ok: false, reason: 'release_limit', limit: releaseLimits.releases };
  const originKey = originKeyOf(tenantId, wanted.remote, wanted.version);
  const taken = await takeVersion({ ...repositories, isServed: () => isThere(deps.blobs, originKey) }, wanted, {
    what: 'release.reserved',
    by,
    at: now.toISOString(),
    ...(input.why === undefined ? {} : { why: input.why }),
  });
  if (!taken.ok) return taken;
  if (taken.release.state === 'published') return { ok: true, release: taken.release, uploads: [] };
  return { ok: true, release: taken.release, uploads: await missingUploads(taken.release, input, deps) };
}

/** No live shell could mount it. */
const contractProblems = ({ manifest: { shellContract } }: RemoteBuild): FieldProblem[] =>
  satisfies(shellContractVersion, shellContract)
    ? []
    : [{ path: 'manifest.shellContract', message: `is not served by the shell’s contract, ${shellContractVersion}` }];

const checksumProblems = ({ build, checksums }: ReserveInput): FieldProblem[] =>
  build.files.flatMap(({ path, integrity }, index) =>
    Object.hasOwn(checksums, integrity)
      ? []
      : [{ path: `files.${index}.integrity`, message: `has no checksum in checksums: ${path}` }],
  );

/** What is there counts whether or not it is published: reservations expire. */
async function isFull(repository: ReleaseRepository, { remote, version }: StoredRelease): Promise<boolean> {
  const present = await repository.list();
  const others = present.filter((release) => release.remote !== remote || release.version !== version);
  return others.length >= releaseLimits.releases;
}

async function missingUploads(release: StoredRelease, { build, checksums }: ReserveInput, deps: PublishDeps) {
  const staging = createStaging(deps.arrivals, release);
  const missing: ReleaseFile[] = [];
  await forEachFile(distinctFiles(build.files), async (file) => {
    const isKept = await isStored(deps.blobs, blobKeyOf(file.integrity), file.bytes);
    if (!isKept && !(await staging.isThere(file))) missing.push(file);
  });
  return Promise.all(
    missing
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(async (file): Promise<Upload> => {
        const { path, integrity, bytes } = file;
        return { path, integrity, bytes, ...(await staging.presign(file, checksums[integrity] ?? '')) };
      }),
  );
}
