import type { ReleaseSet } from '@tessera/contracts/release.ts';
import type { Signature } from '../signing.ts';

/** A release as it is stored. `build` is unread: its hash is checked before its shape. */
export interface StoredRelease {
  tenantId: string;
  remote: string;
  version: string;
  releaseId: string;
  state: 'reserved' | 'published';
  reservedAt: string;
  publishedAt?: string;
  publishedBy: string;
  build: unknown;
  provenance?: unknown;
  /** `team` of what a tenant's own team wrote. */
  author?: 'team';
  /** Absent until it is published. */
  signature?: Signature;
  /** Of a reservation: epoch seconds after which nobody waits for it. */
  ttl?: number;
}

/** What a list says of a release or a reservation. */
export interface ReleaseSummary {
  remote: string;
  version: string;
  releaseId: string;
  state: 'reserved' | 'published';
  files: number;
  bytes: number;
  /** When it was published, or reserved where it is not published yet. */
  at: string;
  by: string;
  commit?: string;
  ttl?: number;
}

/** What happened, for the log; written with what it tells of. */
export interface ReleaseNote {
  what: string;
  by: string;
  at: string;
  why?: string;
}

export type PublishedRelease = StoredRelease & { publishedAt: string; signature: Signature };

export interface ChannelMove {
  setId: string;
  movedAt: string;
  movedBy: string;
}

export interface Channel extends ChannelMove {
  channel: string;
  moves: number;
  /** Versions of slices that its releases name, as `catalog.0123456789ab`. */
  slices?: readonly string[] | undefined;
  /** Sets the channel pointed to before, latest last. */
  history: readonly ChannelMove[];
}

/** Releases, sets and channels of one tenant. */
export interface ReleaseRepository {
  findVersion(remote: string, version: string): Promise<StoredRelease | undefined>;
  /** A published release of this tenant, else one that is published for every tenant. */
  findRelease(releaseId: string): Promise<StoredRelease | undefined>;
  /** All releases and reservations that are waited for, latest first. */
  list(): Promise<readonly ReleaseSummary[]>;
  /** Takes the version for a publish. `present` names the reservation seen before: its own, or one that may be taken over. */
  reserve(release: StoredRelease, note: ReleaseNote | undefined, present?: StoredRelease): Promise<boolean>;
  /** Makes a reserved release visible, with its note, or does nothing: false where it is no longer ours. */
  commit(release: PublishedRelease, note: ReleaseNote): Promise<boolean>;
  findSet(setId: string): Promise<ReleaseSet | undefined>;
  /** Writes a set unless it is there; its id is its content. */
  putSet(set: ReleaseSet): Promise<void>;
  findChannel(channel: string): Promise<Channel | undefined>;
  /** Moves the pointer; false where it no longer stands as `from` says, or a slice that it comes to need has gone. */
  moveChannel(channel: string, move: ChannelMove, from: Channel | undefined): Promise<boolean>;
}
