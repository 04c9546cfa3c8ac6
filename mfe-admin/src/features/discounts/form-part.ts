import type { DiscountValues } from './discount-values.ts';
import type { DiscountField } from './read-discount.ts';

/** What each part of the form shows and changes. */
export interface FormPart {
  values: DiscountValues;
  set(change: Partial<DiscountValues>): void;
  /** In words. */
  problemAt(field: DiscountField): string | undefined;
  /** How it comes can be chosen once. */
  isNew: boolean;
}
