import type { AdminDiscount } from '@tessera/contracts/api/discounts.ts';
import type { z } from 'zod';
import type { DiscountRecord } from '../../table/discount-record.ts';

export type DiscountView = z.infer<typeof AdminDiscount>;

export function toView(record: DiscountRecord, used: number, now: Date): DiscountView {
  const { discountId: id, method, rule, code, singleUseCodes, createdAt, revision } = record;
  return {
    ...{ id, method, rule, singleUseCodes, used, createdAt, revision },
    ...(code === undefined ? {} : { code }),
    state: stateOf(record, used, now),
  };
}

/** What its window says; one whose cap is reached runs no more, though uses may come back. */
function stateOf({ rule }: DiscountRecord, used: number, now: Date): DiscountView['state'] {
  const { validFrom, validUntil, cap } = rule;
  if (validUntil !== undefined && now.getTime() >= Date.parse(validUntil)) return 'ended';
  if (now.getTime() < Date.parse(validFrom)) return 'scheduled';
  return cap !== undefined && used >= cap ? 'used-up' : 'running';
}
