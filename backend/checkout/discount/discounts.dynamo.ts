import type { DiscountCandidate } from '@tessera/commerce/discount/discount.ts';
import type { CodeRefusal } from '@tessera/contracts/api/discounts.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Table } from '../../table/client.ts';
import { createDiscountEntity } from '../../table/discount.ts';
import { createDiscountClaimEntity } from '../../table/discount-claim.ts';
import { createDiscountCodeEntity } from '../../table/discount-code.ts';
import { DiscountRecord } from '../../table/discount-record.ts';
import { createDiscountUseEntity } from '../../table/discount-use.ts';
import { createOrderEntity } from '../../table/order.ts';
import { OrderRecord } from '../../table/order-record.ts';
import type { DiscountAnswer, DiscountQuestion, Discounts } from './discounts.ts';

type Found = { open: DiscountCandidate } | { code: string; reason: CodeRefusal };

export function createDiscounts(table: Table, tenantId: TenantId, clock: Clock): Discounts {
  const discounts = createDiscountEntity(table);
  const codes = createDiscountCodeEntity(table);
  const uses = createDiscountUseEntity(table);
  const claims = createDiscountClaimEntity(table);
  const orders = createOrderEntity(table);

  return {
    async findFor(question) {
      const [automatic, entered] = await Promise.all([
        listAutomatic(),
        Promise.all(question.codes.map((code) => findByCode(code, question))),
      ]);
      const byThemselves = automatic.map(({ discountId, rule }) => ({ open: { discountId, rule, singleUse: false } }));
      const held = heldBy(question);
      const found = await Promise.all([...byThemselves, ...entered].map((each) => judge(each, question, held)));
      return toAnswer(found);
    },
  };

  async function listAutomatic(): Promise<DiscountRecord[]> {
    const { data } = await discounts.query
      .ofMethod({ tenantId, method: 'automatic' })
      .gt({ until: clock().toISOString() })
      .go({ pages: 'all' });
    return data.map((item) => DiscountRecord.parse(item));
  }

  async function findByCode(code: string, { openOrderId }: DiscountQuestion): Promise<Found> {
    const { data: entry } = await codes.get({ tenantId, code }).go({ consistent: true });
    if (!entry) return { code, reason: 'unknown' };
    const { discountId, singleUse, usedBy } = entry;
    if (usedBy !== undefined && usedBy !== openOrderId) return { code, reason: 'used-up' };
    const { data } = await discounts.get({ tenantId, discountId }).go({ consistent: true });
    if (!data) return { code, reason: 'unknown' };
    return { open: { discountId, code, singleUse, rule: DiscountRecord.parse(data).rule } };
  }

  /** Ids of the discounts that the buyer's own open order uses; read once, and only where a cap asks. */
  function heldBy({ openOrderId }: DiscountQuestion): () => Promise<ReadonlySet<string>> {
    let read: Promise<ReadonlySet<string>> | undefined;
    return () => (read ??= readHeld(openOrderId));
  }

  async function readHeld(orderId: string | undefined): Promise<ReadonlySet<string>> {
    if (orderId === undefined) return new Set();
    const { data } = await orders.get({ tenantId, orderId }).go({ consistent: true });
    const order = data ? OrderRecord.parse(data) : undefined;
    return new Set(order?.discountsHeld ? order.frozen.discounts?.map(({ discountId }) => discountId) : []);
  }

  async function judge(
    found: Found,
    { userId, openOrderId }: DiscountQuestion,
    held: () => Promise<ReadonlySet<string>>,
  ): Promise<Found> {
    if (!('open' in found)) return found;
    const { discountId, rule, code } = found.open;
    const refuse = (reason: CodeRefusal): Found => ({ code: code ?? '', reason });
    if (rule.cap !== undefined && (await usedOf(discountId)) >= rule.cap && !(await held()).has(discountId))
      return refuse('used-up');
    if (userId === undefined) return found;
    if (rule.oncePerCustomer || rule.firstOrderOnly) {
      const { data } = await claims.get({ tenantId, discountId, userId }).go({ consistent: true });
      if (data && data.orderId !== openOrderId) return refuse('used-by-you');
    }
    return rule.firstOrderOnly && (await hasBought(userId)) ? refuse('not-first-order') : found;
  }

  async function usedOf(discountId: string): Promise<number> {
    const { data } = await uses.get({ tenantId, discountId, shard: 'cap' }).go({ consistent: true });
    return data?.used ?? 0;
  }

  async function hasBought(userId: string): Promise<boolean> {
    const { data } = await orders.query.ofUser({ tenantId, userId }).go({ attributes: ['paidAt'], pages: 'all' });
    return data.some(({ paidAt }) => paidAt !== undefined);
  }
}

/** What comes by itself and does not count is not spoken of. */
const toAnswer = (found: readonly Found[]): DiscountAnswer => ({
  open: found.flatMap((each) => ('open' in each ? [each.open] : [])),
  refused: found.flatMap((each) => ('open' in each || each.code === '' ? [] : [each])),
});
