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
}

export type LoadedSet = { ok: true; live: LiveSet } | { ok: false; reason: 'set' | Refusal; subject: string };

/** Reads and verifies a whole set. One release that is not genuine refuses it all: a page is never half-trusted. */
export async function loadSet(
  setId: string,
  tenantId: string,
  repository: ReleaseRepository,
  verify: Verify,
): Promise<LoadedSet> {
  const set = await repository.findSet(setId);
  if (!set || !(await isGenuineSet(set, { tenantId, setId }, verify)))
    return { ok: false, reason: 'set', subject: setId };
  const remotes = new Map<string, ReleaseRecord>();
  const pins = Object.entries(set.releases);
  const verified = await Promise.all(
    pins.map(async ([remote, releaseId]) => {
      const stored = await repository.findRelease(releaseId);
      return verifyRelease(stored, { tenantId, remote, releaseId }, verify);
    }),
  );
  for (const [index, result] of verified.entries()) {
    const [remote = '', releaseId = ''] = pins[index] ?? [];
    if (!result.ok) return { ok: false, reason: result.reason, subject: releaseId };
    remotes.set(remote, result.record);
  }
  const shell = remotes.get('shell');
  if (!shell) return { ok: false, reason: 'missing', subject: 'shell' };
  remotes.delete('shell');
  return { ok: true, live: { set, shell, remotes } };
}
