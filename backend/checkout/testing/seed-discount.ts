import type { DiscountRule } from '@tessera/contracts/api/discounts.ts';
import type { Table } from '../../table/client.ts';
import { createDiscountEntity } from '../../table/discount.ts';
import { createDiscountCodeEntity } from '../../table/discount-code.ts';
import { untilOf } from '../../table/discount-record.ts';
import { createDiscountUseEntity } from '../../table/discount-use.ts';

export interface TestDiscount {
  tenantId: string;
  discountId: string;
  /** Absent where it comes by itself. */
  code?: string;
  singleUse?: readonly string[];
  rule?: Partial<DiscountRule>;
}

const always = '2026-01-01T00:00:00.000Z';

/** Twenty percent off everything, unless told otherwise. */
export async function putDiscount(table: Table, given: TestDiscount): Promise<void> {
  const { tenantId, discountId, code, singleUse = [] } = given;
  const rule: DiscountRule = {
    name: discountId,
    offer: { kind: 'percent', percent: '20' },
    scope: { kind: 'order' },
    validFrom: always,
    minimum: { subtotals: [] },
    combinable: true,
    priority: 0,
    oncePerCustomer: false,
    firstOrderOnly: false,
    renewals: 'once',
    ...given.rule,
  };
  const method = code === undefined && singleUse.length === 0 ? 'automatic' : 'code';
  const codes = createDiscountCodeEntity(table);
  await createDiscountEntity(table)
    .put({
      ...{ tenantId, discountId, method, rule, createdAt: always, until: untilOf(rule), revision: 1 },
      singleUseCodes: singleUse.length,
      ...(code ? { code } : {}),
    })
    .go();
  if (code) await codes.put({ tenantId, code, discountId, singleUse: false }).go();
  for (const each of singleUse) await codes.put({ tenantId, code: each, discountId, singleUse: true }).go();
}

export async function usesOf(table: Table, tenantId: string, discountId: string): Promise<number> {
  const { data } = await createDiscountUseEntity(table).query.byShard({ tenantId, discountId }).go({ pages: 'all' });
  return data.reduce((sum, { used = 0 }) => sum + used, 0);
}
