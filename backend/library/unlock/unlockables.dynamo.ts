import type { TenantId } from '@tessera/contracts/ids.ts';
import type { Table } from '../../table/client.ts';
import { createProductEntity } from '../../table/product.ts';
import { createWorkEntity } from '../../table/work.ts';
import type { Unlockables } from './unlockables.ts';

/** Tokens or a pass open the work and no money does: ISO 4217 has a code for where no currency is involved. */
const withoutMoney = { amountMinor: '0', currency: 'XXX' };

export function createUnlockables(table: Table, tenantId: TenantId): Unlockables {
  const works = createWorkEntity(table);
  const products = createProductEntity(table);
  return {
    async find(workId) {
      const [{ data: work }, { data: all }] = await Promise.all([
        works.get({ tenantId, workId }).go(),
        products.query.ofWork({ tenantId, workId }).go({ pages: 'all' }),
      ]);
      const product = all.toSorted((a, b) => a.position - b.position).find(({ unlock }) => unlock);
      if (work?.status !== 'published' || !product?.unlock) return undefined;
      const { productId, title: productTitle, delivery, taxCode, unlock } = product;
      return {
        productId,
        tokens: unlock.tokens,
        passes: unlock.passes.map((pass) => pass.workId),
        line: {
          productId,
          workId,
          title: work.title,
          productTitle,
          quantity: 1,
          unitPrice: withoutMoney,
          lineTotal: withoutMoney,
          delivery,
          cover: work.cover,
          slug: work.slug,
          kind: work.kind,
          makers: work.makers.map((maker) => maker.name).join(', '),
          licence: work.licence,
          taxCode,
          stocked: false,
          priceListId: '',
        },
      };
    },
  };
}
