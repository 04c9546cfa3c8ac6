import type { ReleaseRef } from '@tessera/contracts/rollout.ts';
import type { ChannelMove } from '../registry/repository.ts';
import type { TrafficRepository } from './repository.ts';

export type Previous = { ok: true; release: ReleaseRef | undefined } | { ok: false };

/** Rollouts that are looked at for what was taken back before. */
const looksBack = 50;

/**
 * What visitors had of a remote before what is stable now: the latest set of the channel that pins something else, unless
 * that was taken back or put into quarantine since, or a second rollback would lead forward again. `release` is undefined
 * where the shop did not have the remote.
 */
export async function findPrevious(
  repository: TrafficRepository,
  history: readonly ChannelMove[],
  { remote, stable }: { remote: string; stable: ReleaseRef },
): Promise<Previous> {
  const [rollouts, quarantined] = await Promise.all([
    repository.rollouts(remote, looksBack),
    repository.quarantined(remote),
  ]);
  const latest = new Map(rollouts.toReversed().map(({ release, state }) => [release.releaseId, state]));
  const shunned = new Set<string>([stable.releaseId, ...quarantined.map(({ releaseId }) => releaseId)]);
  for (const [releaseId, state] of latest) if (state === 'rolled-back') shunned.add(releaseId);
  for (const { setId } of [...history].reverse()) {
    const set = await repository.findSet(setId);
    const releaseId = set?.releases[remote];
    if (!set || (releaseId !== undefined && shunned.has(releaseId))) continue;
    if (releaseId === undefined) return { ok: true, release: undefined };
    const release = await repository.findRelease(remote, { releaseId });
    if (release) return { ok: true, release };
  }
  return { ok: false };
}
