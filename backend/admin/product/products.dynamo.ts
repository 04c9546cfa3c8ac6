import { createWriteTransaction } from 'electrodb';
import type { Clock } from '../../platform/clock.ts';
import type { Table } from '../../table/client.ts';
import { createIdempotencyStore } from '../../table/idempotency-store.ts';
import { createMakerEntity, createMakerWorkEntity } from '../../table/maker.ts';
import { createPriceEntity } from '../../table/price.ts';
import { createProductEntity } from '../../table/product.ts';
import { createStockEntity } from '../../table/stock.ts';
import { createWorkEntity } from '../../table/work.ts';
import type { Products } from './products.ts';

export function createProducts(table: Table, tenantId: string, clock: Clock): Products {
  const idempotency = createIdempotencyStore(table, tenantId, clock);
  const entities = {
    works: createWorkEntity(table),
    products: createProductEntity(table),
    prices: createPriceEntity(table),
    stocks: createStockEntity(table),
    makers: createMakerEntity(table),
    makerWorks: createMakerWorkEntity(table),
    records: idempotency.records,
  };

  return {
    async knownMakers(makerIds) {
      const { data } = await entities.makers.get(makerIds.map((makerId) => ({ tenantId, makerId }))).go();
      return data;
    },
    async create({ product, price, stock, work, workWas, makers }, recorded) {
      const { productId } = product;
      const { canceled } = await createWriteTransaction(entities, (tx) => [
        workWas === undefined
          ? tx.works.create({ ...work, tenantId }).commit()
          : tx.works
              .patch({ tenantId, workId: work.workId })
              .set({ offers: work.offers, updatedAt: work.updatedAt })
              .where(({ updatedAt }, { eq }) => eq(updatedAt, workWas))
              .commit(),
        tx.products.create({ ...product, tenantId }).commit(),
        tx.prices.create({ ...price, tenantId, productId }).commit(),
        ...(stock === undefined ? [] : [tx.stocks.create({ tenantId, productId, available: stock }).commit()]),
        ...makers.map((maker) => tx.makers.create({ ...maker, tenantId }).commit()),
        ...(workWas === undefined ? work.makers : []).map(({ id }) =>
          tx.makerWorks.put({ tenantId, makerId: id, workId: work.workId }).commit(),
        ),
        ...(recorded ? [tx.records.create(idempotency.item(recorded.request, recorded.answer)).commit()] : []),
      ]).go();
      return canceled ? 'raced' : 'created';
    },
  };
}
