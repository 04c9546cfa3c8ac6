import type { ReleaseSet } from '@tessera/contracts/release.ts';
import type { Quarantine, ReleaseRef, Rollout } from '@tessera/contracts/rollout.ts';
import type { ChannelMove } from '../registry/repository.ts';
import type { MissingSlice } from '../registry/slice-needs.ts';
import type { ShopTraffic } from './shop-traffic.ts';

/** A change that is to be written as a whole, or not at all. */
export interface TrafficChange {
  setId: string;
  sets: readonly string[];
  rollouts: readonly Rollout[];
  /** Those that are new, changed or ended. */
  written: readonly Rollout[];
  /** Must not be in quarantine at this moment. */
  free?: { remote: string; releaseId: string };
  quarantine?: { remote: string; entry: Quarantine };
  moved: { at: string; by: string; what: string };
  audit: { id: string; entity: string; what: string; data: Record<string, unknown> };
}

/** Who gets what of one tenant's live channel, and what became of rollouts. */
export interface TrafficRepository {
  /** Undefined where nothing was ever published. */
  find(): Promise<(ShopTraffic & { history: readonly ChannelMove[] }) | undefined>;
  /** False where the traffic is no longer as it was read, what had to be free is in quarantine by now, or a slice has gone. */
  write(from: ShopTraffic, change: TrafficChange): Promise<boolean>;
  /** Versions of slices that releases of these sets name, and that are not deployed any more, or not yet. */
  missingSlices(setIds: readonly string[]): Promise<readonly MissingSlice[]>;
  /** Of a remote, latest first; what is on its way among them. */
  rollouts(remote: string, limit: number): Promise<readonly Rollout[]>;
  /** Writes what became of a rollout that the channel does not know any more. */
  putEnded(rollout: Rollout): Promise<void>;
  quarantined(remote: string): Promise<readonly Quarantine[]>;
  findQuarantine(remote: string, releaseId: string): Promise<Quarantine | undefined>;
  /** Puts a release into quarantine, or takes it out of it; with its note in the log. */
  setQuarantine(remote: string, entry: Quarantine, quarantined: boolean, auditId: string): Promise<void>;
  /** A published release by its version or its id. */
  findRelease(remote: string, by: { version: string } | { releaseId: string }): Promise<ReleaseRef | undefined>;
  findSet(setId: string): Promise<ReleaseSet | undefined>;
}
