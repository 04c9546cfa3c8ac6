import type { StoreItem } from '../../table/store.ts';

export type StoreRecord = Omit<StoreItem, 'tenantId'>;

/** One tenant's storefronts. */
export interface Stores {
  find(storeId: string): Promise<StoreRecord | undefined>;
  /** `taken`: another store has this slug. */
  open(store: StoreRecord): Promise<'opened' | 'taken'>;
}
