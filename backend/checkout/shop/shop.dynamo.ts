import type { ListedPrice } from '@tessera/commerce/price/resolve-price.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import { notFound } from '../../platform/errors.ts';
import type { Table } from '../../table/client.ts';
import { createPriceEntity, type PriceItem } from '../../table/price.ts';
import { createProductEntity } from '../../table/product.ts';
import { createStockEntity } from '../../table/stock.ts';
import { createTenantProfileEntity } from '../../table/tenant-profile.ts';
import { createWorkEntity } from '../../table/work.ts';
import type { Seller, Shop } from './shop.ts';

export function createShop(table: Table, tenantId: TenantId): Shop {
  const profiles = createTenantProfileEntity(table);
  const products = createProductEntity(table);
  const works = createWorkEntity(table);
  const prices = createPriceEntity(table);
  const stocks = createStockEntity(table);

  return {
    async requireSeller(): Promise<Seller> {
      const { data } = await profiles.get({ tenantId }).go();
      if (!data) throw notFound();
      return { profile: data.profile, registrations: data.taxRegistrations };
    },

    async findProduct(productId) {
      const { data } = await products.query.id({ tenantId, productId }).go({ limit: 1 });
      const [product] = data;
      if (!product) return undefined;
      const [work, listed, stock] = await Promise.all([
        works.get({ tenantId, workId: product.workId }).go(),
        prices.query.ofProduct({ tenantId, productId }).go({ pages: 'all' }),
        product.stocked ? stocks.get({ tenantId, productId }).go({ consistent: true }) : undefined,
      ]);
      if (work.data?.status !== 'published') return undefined;
      const { slug, kind, title, makers, cover, licence } = work.data;
      return {
        productId,
        workId: product.workId,
        slug,
        kind,
        title,
        productTitle: product.title,
        makers: makers.map((maker) => maker.name).join(', '),
        cover,
        licence,
        delivery: product.delivery,
        taxCode: product.taxCode,
        ...(product.interval ? { interval: product.interval } : {}),
        maxQuantity: product.maxQuantity,
        ...(product.tokens ? { tokens: product.tokens } : {}),
        ...(product.stocked ? { available: stock?.data?.available ?? 0 } : {}),
        prices: listed.data.map(toListedPrice),
      };
    },
  };
}

const toListedPrice = ({ compareAtMinor, validUntil, ...price }: PriceItem): ListedPrice => ({
  priceListId: price.priceListId,
  currency: price.currency,
  countries: price.countries,
  amountMinor: BigInt(price.amountMinor),
  ...(compareAtMinor === undefined ? {} : { compareAtMinor: BigInt(compareAtMinor) }),
  kind: price.kind,
  validFrom: price.validFrom,
  ...(validUntil === undefined ? {} : { validUntil }),
});
