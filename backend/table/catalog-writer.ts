import { createAssetEntity, type AssetItem } from './asset.ts';
import type { Table } from './client.ts';
import { isConditionFailure } from './condition-failure.ts';
import { createMakerEntity, createMakerWorkEntity, type MakerItem } from './maker.ts';
import { createPriceEntity, type StoredPrice } from './price.ts';
import { createProductEntity, type ProductItem } from './product.ts';
import { putAll } from './put-all.ts';
import { createStockEntity } from './stock.ts';
import { createWorkEntity, type WorkItem } from './work.ts';

/** A work with everything that is sold of it: what seed, import and the admin write. */
export interface WorkRecord {
  work: Omit<WorkItem, 'tenantId' | 'offers'>;
  products: readonly ProductRecord[];
  /** Offers of products that are not written here and stay with the work. */
  otherOffers?: WorkItem['offers'];
}

export interface ProductRecord {
  product: Omit<ProductItem, 'tenantId' | 'workId' | 'position' | 'stocked'>;
  prices: readonly StoredPrice[];
  /** Units at the start; absent where nothing counts them. */
  stock?: number;
  assets: readonly Omit<AssetItem, 'tenantId' | 'productId' | 'position'>[];
}

export interface CatalogWriter {
  putMakers(makers: readonly Omit<MakerItem, 'tenantId'>[]): Promise<void>;
  /** Writing the same records twice changes nothing; stock is set only where there is none, because orders change it. */
  putWorks(records: readonly WorkRecord[]): Promise<void>;
}

/**
 * Writes the catalog of one tenant. The work comes last: what is announced by its change is there when it is read.
 */
export function createCatalogWriter(table: Table, tenantId: string): CatalogWriter {
  const works = createWorkEntity(table);
  const products = createProductEntity(table);
  const prices = createPriceEntity(table);
  const stocks = createStockEntity(table);
  const assets = createAssetEntity(table);
  const makers = createMakerEntity(table);
  const makerWorks = createMakerWorkEntity(table);

  async function startStock(productId: string, available: number): Promise<void> {
    try {
      await stocks.create({ tenantId, productId, available }).go();
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
    }
  }

  return {
    async putMakers(items) {
      await putAll(
        makers,
        items.map((item) => ({ ...item, tenantId })),
      );
    },
    async putWorks(records) {
      const all = records.flatMap(({ work, products: own }) =>
        own.map((record, position) => ({ ...record, workId: work.workId, position })),
      );
      await putAll(
        assets,
        all.flatMap(({ product, assets: own }) =>
          own.map((asset, position) => ({ ...asset, tenantId, productId: product.productId, position })),
        ),
      );
      await putAll(
        prices,
        all.flatMap(({ product, prices: own }) =>
          own.map((price) => ({ ...price, tenantId, productId: product.productId })),
        ),
      );
      for (const { product, stock } of all) if (stock !== undefined) await startStock(product.productId, stock);
      await putAll(
        products,
        all.map(({ product, workId, position, stock }) => ({
          ...product,
          tenantId,
          workId,
          position,
          stocked: stock !== undefined,
        })),
      );
      await putAll(
        makerWorks,
        records.flatMap(({ work }) => work.makers.map(({ id }) => ({ tenantId, makerId: id, workId: work.workId }))),
      );
      await putAll(
        works,
        records.map((record) => ({ ...record.work, tenantId, offers: offersOf(record) })),
      );
    },
  };
}

const offersOf = ({ products, otherOffers = [] }: WorkRecord): WorkItem['offers'] => [
  ...products.map(({ product: { productId, format, taxCode, interval }, prices }) => ({
    productId,
    format,
    taxCode,
    ...(interval ? { interval } : {}),
    prices,
  })),
  ...otherOffers,
];
