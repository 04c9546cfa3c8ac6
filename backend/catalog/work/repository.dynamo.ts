import type { Table } from '../../table/client.ts';
import { createAssetEntity } from '../../table/asset.ts';
import { createPriceEntity } from '../../table/price.ts';
import { createProductEntity, type ProductItem } from '../../table/product.ts';
import { createStockEntity } from '../../table/stock.ts';
import { createWorkEntity } from '../../table/work.ts';
import type { ProductSource, WorkRepository } from './repository.ts';

export function createWorkRepository(table: Table, tenantId: string): WorkRepository {
  const works = createWorkEntity(table);
  const products = createProductEntity(table);
  const prices = createPriceEntity(table);
  const stocks = createStockEntity(table);
  const assets = createAssetEntity(table);

  async function sourceOf(product: ProductItem): Promise<ProductSource> {
    const key = { tenantId, productId: product.productId };
    const [priced, stock, files] = await Promise.all([
      prices.query.ofProduct(key).go({ pages: 'all' }),
      product.stocked ? stocks.get(key).go() : undefined,
      assets.query.ofProduct(key).go({ pages: 'all' }),
    ]);
    return {
      product,
      prices: priced.data,
      available: product.stocked ? (stock?.data?.available ?? 0) : undefined,
      assets: files.data.toSorted((a, b) => a.position - b.position),
    };
  }

  return {
    async find(workId) {
      const { data } = await works.get({ tenantId, workId }).go();
      return data?.status === 'published' ? data : undefined;
    },
    async findMany(workIds) {
      const ids = [...new Set(workIds)];
      if (ids.length === 0) return [];
      const { data } = await works.get(ids.map((workId) => ({ tenantId, workId }))).go({ concurrent: 4 });
      const found = new Map(data.map((work) => [work.workId, work]));
      return ids.flatMap((id) => found.get(id) ?? []).filter(({ status }) => status === 'published');
    },
    async productsOf(workId) {
      const { data } = await products.query.ofWork({ tenantId, workId }).go({ pages: 'all' });
      return Promise.all(data.toSorted((a, b) => a.position - b.position).map(sourceOf));
    },
  };
}
