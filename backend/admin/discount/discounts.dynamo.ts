import { createWriteTransaction } from 'electrodb';
import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createDiscountEntity } from '../../table/discount.ts';
import { createDiscountCodeEntity } from '../../table/discount-code.ts';
import { DiscountRecord, untilOf } from '../../table/discount-record.ts';
import { createDiscountUseEntity } from '../../table/discount-use.ts';
import { putAll } from '../../table/put-all.ts';
import type { Discounts } from './discounts.ts';

export function createDiscounts(table: Table, tenantId: string): Discounts {
  const discounts = createDiscountEntity(table);
  const codes = createDiscountCodeEntity(table);
  const uses = createDiscountUseEntity(table);
  const toItem = (discount: DiscountRecord) => ({ ...discount, tenantId, until: untilOf(discount.rule) });

  async function find(discountId: string): Promise<DiscountRecord | undefined> {
    const { data } = await discounts.get({ tenantId, discountId }).go({ consistent: true });
    return data ? DiscountRecord.parse(data) : undefined;
  }

  return {
    find,

    async list() {
      const { data } = await discounts.query.ofTenant({ tenantId }).go({ order: 'desc', pages: 'all' });
      return data.map((item) => DiscountRecord.parse(item));
    },

    async create(discount) {
      const { discountId, code } = discount;
      const { canceled } = await createWriteTransaction({ discounts, codes }, (tx) => [
        tx.discounts.create(toItem(discount)).commit(),
        ...(code === undefined ? [] : [tx.codes.create({ tenantId, code, discountId, singleUse: false }).commit()]),
      ]).go();
      return canceled ? 'taken' : 'created';
    },

    async save(discount) {
      try {
        await discounts
          .put(toItem(discount))
          .where(({ revision }, { eq }) => eq(revision, discount.revision - 1))
          .go();
        return 'saved';
      } catch (error) {
        if (isConditionFailure(error)) return 'stale';
        throw error;
      }
    },

    async usesOf(discountId) {
      const { data } = await uses.query.byShard({ tenantId, discountId }).go({ pages: 'all' });
      return data.reduce((sum, { used = 0 }) => sum + used, 0);
    },

    addCodes: (discountId, made) =>
      putAll(
        codes,
        made.map((code) => ({ tenantId, code, discountId, singleUse: true })),
      ),

    async listCodes(discountId) {
      const { data } = await codes.query.ofDiscount({ tenantId, discountId }).go({ pages: 'all' });
      return data
        .filter(({ singleUse }) => singleUse)
        .map(({ code, usedBy }) => ({ code, used: usedBy !== undefined }));
    },
  };
}
