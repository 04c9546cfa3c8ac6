import type { OverriddenBuild } from '../../composition/registry/override/in-force.ts';

export interface OverrideRecord {
  overrideId: string;
  /** Of the code in its address. */
  codeHash: string;
  remote: string;
  version: string;
  origin: string;
  build: OverriddenBuild;
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  openedAt?: string | undefined;
  revokedAt?: string | undefined;
}

/** Overrides of one tenant. */
export interface Overrides {
  create(override: Omit<OverrideRecord, 'openedAt' | 'revokedAt'>): Promise<void>;
  find(overrideId: string): Promise<OverrideRecord | undefined>;
  /** Newest first, without those that have ended. */
  inForce(now: Date): Promise<readonly OverrideRecord[]>;
  /** Whether this is the first time. */
  open(overrideId: string, at: string): Promise<boolean>;
  /** It stays revoked from the first time; undefined for one that is not there. */
  revoke(overrideId: string, at: string): Promise<OverrideRecord | undefined>;
}
