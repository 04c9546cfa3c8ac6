import type { AssetItem } from '../../table/asset.ts';
import type { EntitlementRecord } from '../../table/entitlement-record.ts';

/** One tenant's rights and the files they open. */
export interface Entitlements {
  list(userId: string): Promise<EntitlementRecord[]>;
  /** Undefined also for what is another person's. */
  find(userId: string, entitlementId: string): Promise<EntitlementRecord | undefined>;
  /** Keeps a new right; the one that is there where its key is taken. */
  keep(right: EntitlementRecord): Promise<EntitlementRecord>;
  assetsOf(productId: string): Promise<AssetItem[]>;
  findAsset(productId: string, assetId: string): Promise<AssetItem | undefined>;
}

/** What a pass lends stands and falls with the pass. */
export const lentBy = (right: EntitlementRecord, pass: EntitlementRecord | undefined): EntitlementRecord => {
  const { endsAt: _, ...lent } = right;
  if (!pass) return { ...lent, state: 'revoked' };
  return { ...lent, state: pass.state, ...(pass.endsAt === undefined ? {} : { endsAt: pass.endsAt }) };
};

/** A right bought for a time is over when its time is. */
export function stateAt({ state, endsAt }: EntitlementRecord, now: Date): EntitlementRecord['state'] {
  return endsAt !== undefined && Date.parse(endsAt) <= now.getTime() ? 'revoked' : state;
}
