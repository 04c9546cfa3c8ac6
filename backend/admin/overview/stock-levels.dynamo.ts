import type { Table } from '../../table/client.ts';
import { createProductEntity } from '../../table/product.ts';
import { createStockEntity } from '../../table/stock.ts';
import { createWorkEntity } from '../../table/work.ts';
import type { Concern } from './needs-attention.ts';

export interface StockLevels {
  /** Products with at most so many units, the emptiest first. */
  atMost(units: number, limit: number): Promise<Concern['stock']>;
}

export function createStockLevels(table: Table, tenantId: string): StockLevels {
  const stocks = createStockEntity(table);
  const products = createProductEntity(table);
  const works = createWorkEntity(table);

  async function named({ productId, available }: { productId: string; available: number }) {
    const [product] = (await products.query.id({ tenantId, productId }).go()).data;
    if (!product) return [];
    const { data: work } = await works.get({ tenantId, workId: product.workId }).go();
    return work ? [{ workId: work.workId, name: `${work.title} – ${product.title}`, available }] : [];
  }

  return {
    async atMost(units, limit) {
      const { data } = await stocks.query
        .ofTenant({ tenantId })
        .where(({ available }, { lte }) => lte(available, units))
        .go({ pages: 'all' });
      const lowest = data.toSorted((a, b) => a.available - b.available).slice(0, limit);
      return (await Promise.all(lowest.map(named))).flat();
    },
  };
}
