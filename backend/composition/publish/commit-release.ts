import { problemsOfBuild, type FieldProblem } from '@tessera/contracts/check-build.ts';
import { RemoteBuild, type ReleaseFile } from '@tessera/contracts/release.ts';
import { originKeyOf } from '../../platform/release-files.ts';
import type { StoredRelease } from '../registry/repository.ts';
import { releaseIdOf } from '../release-id.ts';
import type { PublishDeps } from './publish-deps.ts';
import { integrityOf } from './read-build.ts';
import { createStaging, type Staging } from './staging.ts';
import { blobKeyOf, distinctFiles, forEachFile, put, readObject, writeOrigin, type ReleaseBucket } from './store.ts';
import { isAbandoned } from './take-version.ts';
import { repositoriesOf, toPublished } from './to-reservation.ts';

export interface CommitInput {
  tenantId: string;
  remote: string;
  version: string;
  /** What was reserved. */
  releaseId: string;
  by: string;
  why?: string | undefined;
}

export type CommitResult =
  | { ok: true; release: StoredRelease; published: boolean }
  | { ok: false; reason: 'files_missing' | 'files_wrong'; problems: readonly FieldProblem[] }
  | { ok: false; reason: 'not_reserved' | 'version_taken' | 'publish_in_progress' | 'reservation_expired' };

/**
 * Publishes what was reserved:
 *
 *     read every file back and hash it → store it by its content → write origin map → sign → commit record
 *
 * Whatever call is the last, a page can name all of the release or nothing of it; the next commit goes on from there.
 */
export async function commitRelease(input: CommitInput, deps: PublishDeps): Promise<CommitResult> {
  const { tenantId, remote, version, releaseId, by } = input;
  const { repository } = repositoriesOf(deps.table, tenantId);
  const now = deps.now();
  const reserved = await repository.findVersion(remote, version);
  if (!reserved) return { ok: false, reason: 'not_reserved' };
  const same = reserved.releaseId === releaseId;
  if (reserved.state === 'published')
    return same ? { ok: true, release: reserved, published: false } : { ok: false, reason: 'version_taken' };
  if (!same) return { ok: false, reason: 'publish_in_progress' };
  if (isAbandoned(reserved, now.toISOString())) return { ok: false, reason: 'reservation_expired' };

  const build = RemoteBuild.parse(reserved.build);
  if (releaseIdOf(reserved.build) !== releaseId || problemsOfBuild(build).length > 0)
    throw new Error(`the reservation of ${remote} ${version} is not what was reserved`);
  const staging = createStaging(deps.arrivals, reserved);
  const found = await takeIn(build.files, { blobs: deps.blobs, staging });
  if (found.missing.length > 0) return { ok: false, reason: 'files_missing', problems: found.missing };
  if (found.wrong.length > 0) return { ok: false, reason: 'files_wrong', problems: found.wrong };

  await writeOrigin(deps.blobs, originKeyOf(tenantId, remote, version), build.files);
  const release = await toPublished({ ...reserved, publishedBy: by }, { signer: deps.signer, now });
  const committed = await repository.commit(release, {
    what: 'release.published',
    by,
    at: now.toISOString(),
    ...(input.why === undefined ? {} : { why: input.why }),
  });
  if (!committed) return afterLosing(await repository.findVersion(remote, version), releaseId);
  // What is left behind expires by itself.
  await forEachFile(distinctFiles(build.files), (file) => staging.remove(file)).catch(() => undefined);
  return { ok: true, release, published: true };
}

/** Somebody was faster: with the same release, all is done. */
function afterLosing(present: StoredRelease | undefined, releaseId: string): CommitResult {
  if (present?.state === 'published' && present.releaseId === releaseId)
    return { ok: true, release: present, published: false };
  return { ok: false, reason: 'publish_in_progress' };
}

/** Verifies every content where it stands, or takes it in from where it arrived. What arrived wrong is thrown away. */
async function takeIn(files: readonly ReleaseFile[], { blobs, staging }: { blobs: ReleaseBucket; staging: Staging }) {
  const states = new Map<string, 'good' | 'missing' | 'wrong'>();
  await forEachFile(distinctFiles(files), async (file) => {
    const key = blobKeyOf(file.integrity);
    if (isContentOf(file, await readObject(blobs, key))) return void states.set(file.integrity, 'good');
    const arrived = await staging.read(file);
    if (!arrived) return void states.set(file.integrity, 'missing');
    if (!isContentOf(file, arrived)) {
      await staging.remove(file);
      return void states.set(file.integrity, 'wrong');
    }
    await put(blobs, key, arrived, file.contentType);
    states.set(file.integrity, 'good');
  });
  return {
    missing: problemsAt(files, (file) => states.get(file.integrity) === 'missing', 'has not arrived'),
    // Two entries may name one content with different sizes: each is held to its own.
    wrong: problemsAt(
      files,
      (file) => states.get(file.integrity) === 'wrong' || differsInSize(file, files),
      'is not what its hash and size say',
    ),
  };
}

const isContentOf = (file: ReleaseFile, body: Uint8Array | undefined): boolean =>
  body !== undefined && body.byteLength === file.bytes && integrityOf(body) === file.integrity;

const differsInSize = ({ integrity, bytes }: ReleaseFile, files: readonly ReleaseFile[]): boolean =>
  files.some((other) => other.integrity === integrity && other.bytes !== bytes);

const problemsAt = (
  files: readonly ReleaseFile[],
  isSo: (file: ReleaseFile) => boolean,
  message: string,
): FieldProblem[] =>
  files.flatMap((file, index) => (isSo(file) ? [{ path: `files.${index}`, message: `${message}: ${file.path}` }] : []));
