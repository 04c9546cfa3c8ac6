import type { DiscountRecord } from '../../table/discount-record.ts';

/** One tenant's discounts, for its team. */
export interface Discounts {
  /** The latest first. */
  list(): Promise<DiscountRecord[]>;
  find(discountId: string): Promise<DiscountRecord | undefined>;
  /** `taken`: its code leads to another discount. */
  create(discount: DiscountRecord): Promise<'created' | 'taken'>;
  /** `revision` is the new one; `stale` where another change came between. */
  save(discount: DiscountRecord): Promise<'saved' | 'stale'>;
  /** How often it is used by orders that are paid or may still be. */
  usesOf(discountId: string): Promise<number>;
  /** Keeps codes that work once each. */
  addCodes(discountId: string, codes: readonly string[]): Promise<void>;
  listCodes(discountId: string): Promise<{ code: string; used: boolean }[]>;
}
