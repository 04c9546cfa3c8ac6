import type { StoredFlag } from '../../table/tenant-profile.ts';

export interface FlagRecord extends StoredFlag {
  name: string;
}

export type FlagChange =
  { ok: true; flag: FlagRecord } | { ok: false; reason: 'missing' } | { ok: false; reason: 'stale'; flag: FlagRecord };

/** One tenant's feature flags. */
export interface Flags {
  list(): Promise<FlagRecord[]>;
  /** Changes a flag that still is at `version`. */
  set(name: string, change: { enabled: boolean; version: number }): Promise<FlagChange>;
}
