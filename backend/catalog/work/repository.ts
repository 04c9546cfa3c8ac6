import type { AssetItem } from '../../table/asset.ts';
import type { StoredPrice } from '../../table/price.ts';
import type { ProductItem } from '../../table/product.ts';
import type { WorkItem } from '../../table/work.ts';

export interface ProductSource {
  product: ProductItem;
  prices: readonly StoredPrice[];
  /** Units left; undefined where nothing counts them. */
  available: number | undefined;
  assets: readonly AssetItem[];
}

/** Published works of one tenant. */
export interface WorkRepository {
  find(workId: string): Promise<WorkItem | undefined>;
  /** In the order of the ids; works that are not published are left out. */
  findMany(workIds: readonly string[]): Promise<readonly WorkItem[]>;
  /** In the order the shop shows them. */
  productsOf(workId: string): Promise<readonly ProductSource[]>;
}
