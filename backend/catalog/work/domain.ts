import type { Product, WorkDetail } from '@tessera/contracts/api/catalog.ts';
import type { WorkCard } from '@tessera/contracts/api/common.ts';
import type { WorkItem } from '../../table/work.ts';
import type { Pricing } from '../price/pricing.ts';
import { toCard } from './card.ts';
import type { ProductSource } from './repository.ts';

/** Fewer units than this are told. */
const fewUnits = 5;

export function toWorkDetail(
  work: WorkItem,
  parts: { products: readonly ProductSource[]; related: readonly WorkCard[] },
  pricing: Pricing,
): WorkDetail {
  return {
    ...toCard(work, pricing),
    ...(work.subtitle ? { subtitle: work.subtitle } : {}),
    description: work.description,
    genres: [...work.genres],
    ...(work.language ? { language: work.language } : {}),
    ...(work.publisher ? { publisher: work.publisher } : {}),
    publishedOn: work.publishedOn,
    contents: [...work.contents],
    contentsLabel: work.contentsLabel,
    ...(work.preview ? { preview: work.preview } : {}),
    licence: work.licence,
    products: parts.products.map((source) => toProduct(source, pricing)),
    related: [...parts.related],
    storeName: work.storeName,
  };
}

export function toProduct({ product, prices, available, assets }: ProductSource, pricing: Pricing): Product {
  const { taxCode, interval } = product;
  const price = pricing.priceOf({ taxCode, prices, ...(interval ? { interval } : {}) });
  return {
    id: product.productId,
    title: product.title,
    format: product.format,
    delivery: product.delivery,
    ...(price ? { price } : {}),
    availability: price ? availabilityOf(available) : { state: 'not-here' },
    maxQuantity: Math.max(1, Math.min(product.maxQuantity, available ?? product.maxQuantity)),
    ...(product.tokens ? { tokens: product.tokens } : {}),
    ...(product.unlock ? { unlock: product.unlock } : {}),
    files: assets.map(({ name, format, bytes }) => ({ name, format, bytes })),
  };
}

export function availabilityOf(available: number | undefined): Product['availability'] {
  if (available === undefined || available > fewUnits) return { state: 'available' };
  return available > 0 ? { state: 'low', left: available } : { state: 'sold-out' };
}
