import type { ListedPrice } from '@tessera/commerce/price/resolve-price.ts';
import type { TaxRegistration } from '@tessera/commerce/tax/tax-provider.ts';
import type { Picture, WorkKind } from '@tessera/contracts/api/common.ts';
import type { TenantProfile } from '@tessera/contracts/tenant.ts';

/** What selling needs to know of a tenant. */
export interface Seller {
  profile: Pick<
    TenantProfile,
    'name' | 'theme' | 'legalName' | 'country' | 'supportEmail' | 'locales' | 'currencies' | 'countries' | 'taxDisplay'
  >;
  registrations: readonly TaxRegistration[];
}

/** What selling needs to know of a product. */
export interface SaleProduct {
  productId: string;
  workId: string;
  slug: string;
  kind: WorkKind;
  title: string;
  productTitle: string;
  makers: string;
  cover: Picture;
  licence: string;
  delivery: 'digital' | 'physical' | 'subscription' | 'tokens';
  taxCode: string;
  interval?: 'month' | 'year';
  maxQuantity: number;
  /** What one piece adds to the token balance. */
  tokens?: { amount: number; validMonths: number };
  /** Units that can still be sold; absent where nothing counts them. */
  available?: number;
  prices: readonly ListedPrice[];
}

/** One tenant's shop, read only. */
export interface Shop {
  /** Throws what a missing thing gets where the tenant has no shop. */
  requireSeller(): Promise<Seller>;
  /** Undefined also for what is not published, and for what another tenant sells. */
  findProduct(productId: string): Promise<SaleProduct | undefined>;
}

/** Reads each product once: within one request, what was checked is what is shown. */
export function readingOnce(shop: Shop): Shop {
  const reads = new Map<string, ReturnType<Shop['findProduct']>>();
  return {
    ...shop,
    findProduct(productId) {
      const read = reads.get(productId) ?? shop.findProduct(productId);
      reads.set(productId, read);
      return read;
    },
  };
}
