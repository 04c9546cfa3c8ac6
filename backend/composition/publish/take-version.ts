import { reservationSeconds } from '@tessera/contracts/release-limits.ts';
import type { ReleaseNote, ReleaseRepository, StoredRelease } from '../registry/repository.ts';

/** A reservation this old belongs to a publish that died. */
export const reservationMs = reservationSeconds * 1000;

export type TakenVersion =
  { ok: true; release: StoredRelease } | { ok: false; reason: 'version_taken' | 'publish_in_progress'; detail: string };

export interface TakeVersionPorts {
  repository: ReleaseRepository;
  /** Releases that every tenant has; absent for whoever publishes those. */
  platform: ReleaseRepository | undefined;
  /** Whether files of this version may have been seen already. */
  isServed(): Promise<boolean>;
}

/**
 * Reserves a version for a build, or finds it published. The same build may reserve again and again, and so keeps the
 * version; another one gets it when a reservation was given up. A version under which files were served once is theirs
 * for good: caches keep them for a year.
 */
export async function takeVersion(
  { repository, platform, isServed }: TakeVersionPorts,
  wanted: StoredRelease,
  note: ReleaseNote,
): Promise<TakenVersion> {
  const forAll = await platform?.findVersion(wanted.remote, wanted.version);
  if (forAll?.state === 'published')
    return forAll.releaseId === wanted.releaseId ? { ok: true, release: forAll } : taken(wanted);

  const present = await repository.findVersion(wanted.remote, wanted.version);
  if (!present) return (await repository.reserve(wanted, note)) ? { ok: true, release: wanted } : inProgress(wanted);
  const same = present.releaseId === wanted.releaseId;
  if (present.state === 'published') return same ? { ok: true, release: present } : taken(wanted);
  if (!same && !isAbandoned(present, wanted.reservedAt)) return inProgress(wanted);
  if (!same && (await isServed())) return taken(wanted);
  // Whoever comes back to their own reservation has done nothing new.
  const renewed = same && present.publishedBy === wanted.publishedBy;
  return (await repository.reserve(wanted, renewed ? undefined : note, present))
    ? { ok: true, release: wanted }
    : inProgress(wanted);
}

/** By the server's clock at both times: nobody else's counts. */
export const isAbandoned = (reservation: { reservedAt: string }, now: string): boolean =>
  Date.parse(now) - Date.parse(reservation.reservedAt) >= reservationMs;

const taken = ({ remote, version }: StoredRelease) =>
  ({ ok: false, reason: 'version_taken', detail: `${remote} ${version} is published with other bytes` }) as const;

const inProgress = ({ remote, version }: StoredRelease) =>
  ({ ok: false, reason: 'publish_in_progress', detail: `${remote} ${version} is being published` }) as const;
