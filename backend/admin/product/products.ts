import type { MakerItem } from '../../table/maker.ts';
import type { StoredPrice } from '../../table/price.ts';
import type { ProductItem } from '../../table/product.ts';
import type { WorkItem } from '../../table/work.ts';
import type { IdempotentAnswer, IdempotentRequest } from '../../platform/idempotency.ts';

/** Everything that one new product writes. */
export interface NewProduct {
  product: Omit<ProductItem, 'tenantId'>;
  price: StoredPrice;
  stock?: number | undefined;
  /** The work as it will be, its new offer included. */
  work: Omit<WorkItem, 'tenantId'>;
  /** When the work was last changed; absent for a new one. */
  workWas?: string | undefined;
  makers: readonly Omit<MakerItem, 'tenantId'>[];
}

export interface Recorded {
  request: IdempotentRequest;
  answer: IdempotentAnswer;
}

/** One tenant's products. */
export interface Products {
  /** Those of the makers that are there already. */
  knownMakers(makerIds: readonly string[]): Promise<Omit<MakerItem, 'tenantId'>[]>;
  /** All of it or nothing; `raced` where something of it was there first. */
  create(product: NewProduct, recorded: Recorded | undefined): Promise<'created' | 'raced'>;
}
