import type { ReleaseRecord, ReleaseSet } from '@tessera/contracts/release.ts';
import type { Verify } from '../signing.ts';
import type { ReleaseRepository } from './repository.ts';
import { isGenuineSet, verifyRelease, type Refusal } from './verify.ts';

/** A set with the releases it pins: all a page is composed from. */
export interface LiveSet {
  set: ReleaseSet;
  shell: ReleaseRecord;
  /** By remote name; without the shell. */
  remotes: ReadonlyMap<string, ReleaseRecord>;
  /** What runs where a remote's pinned release does not, by remote name. */
  fallbacks: ReadonlyMap<string, ReleaseRecord>;
}

interface Refused {
  reason: 'set' | Refusal;
  /** Id of the set or release. */
  subject: string;
}

export type LoadedSet = { ok: true; live: LiveSet; dropped: readonly Refused[] } | ({ ok: false } & Refused);

/**
 * Reads and verifies a whole set. One release that is not genuine refuses it all: a page is never half-trusted. A
 * fallback that is not genuine is left out, because the page does without one.
 */
export async function loadSet(
  setId: string,
  tenantId: string,
  repository: ReleaseRepository,
  verify: Verify,
): Promise<LoadedSet> {
  const set = await repository.findSet(setId);
  if (!set || !(await isGenuineSet(set, { tenantId, setId }, verify)))
    return { ok: false, reason: 'set', subject: setId };
  const [pinned, earlier] = await Promise.all([verifyAll(set.releases), verifyAll(set.fallbacks ?? {})]);
  const [refused] = pinned.refused;
  if (refused) return { ok: false, ...refused };
  const remotes = pinned.records;
  const shell = remotes.get('shell');
  if (!shell) return { ok: false, reason: 'missing', subject: 'shell' };
  remotes.delete('shell');
  return { ok: true, live: { set, shell, remotes, fallbacks: earlier.records }, dropped: earlier.refused };

  async function verifyAll(pins: Readonly<Record<string, string>>) {
    const records = new Map<string, ReleaseRecord>();
    const refused: Refused[] = [];
    const results = Object.entries(pins).map(async ([remote, releaseId]) => {
      const stored = await repository.findRelease(releaseId);
      return { remote, releaseId, verified: await verifyRelease(stored, { tenantId, remote, releaseId }, verify) };
    });
    for (const { remote, releaseId, verified } of await Promise.all(results))
      if (verified.ok) records.set(remote, verified.record);
      else refused.push({ reason: verified.reason, subject: releaseId });
    return { records, refused };
  }
}
