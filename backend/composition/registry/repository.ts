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
  signature: Signature;
}

export interface ChannelMove {
  setId: string;
  movedAt: string;
  movedBy: string;
}

export interface Channel extends ChannelMove {
  channel: string;
  moves: number;
  /** Sets the channel pointed to before, latest last. */
  history: readonly ChannelMove[];
}

/** Releases, sets and channels of one tenant. */
export interface ReleaseRepository {
  findVersion(remote: string, version: string): Promise<StoredRelease | undefined>;
  findRelease(releaseId: string): Promise<StoredRelease | undefined>;
  /** Takes the version for a publish. `abandoned` names the reservation seen before, which may be taken over. */
  reserve(release: StoredRelease, abandoned?: { reservedAt: string }): Promise<boolean>;
  /** Makes a reserved release visible; false where it is no longer ours. */
  commit(release: StoredRelease & { publishedAt: string }): Promise<boolean>;
  findSet(setId: string): Promise<ReleaseSet | undefined>;
  /** Writes a set unless it is there; its id is its content. */
  putSet(set: ReleaseSet): Promise<void>;
  findChannel(channel: string): Promise<Channel | undefined>;
  /** Moves the pointer; false where it no longer stands as `from` says. */
  moveChannel(channel: string, move: ChannelMove, from: Channel | undefined): Promise<boolean>;
}
