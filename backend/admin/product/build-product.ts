import type { adminApi } from '@tessera/contracts/api/admin.ts';
import type { z } from 'zod';
import type { NewId } from '../../platform/ids.ts';
import type { PriceList } from '../../table/tenant-profile.ts';
import type { StoreItem } from '../../table/store.ts';
import type { MakerItem } from '../../table/maker.ts';
import type { WorkItem } from '../../table/work.ts';
import { contentsLabelOf, defaultLicence, maxQuantityOf } from '../catalog/by-kind.ts';
import { dayOfYear } from '../catalog/day-of-year.ts';
import { toRegularPrice } from '../catalog/price-list.ts';
import { slugOf } from '../catalog/slug.ts';
import { taxCodeOf } from '../catalog/tax-code.ts';
import type { NewProduct } from './products.ts';

export type ProductInput = z.output<typeof adminApi.createProduct.body>;
export type NewWorkInput = NonNullable<ProductInput['work']>;

type Work = Omit<WorkItem, 'tenantId'>;
type Maker = Omit<MakerItem, 'tenantId'>;

/** A new variant of a work, which is new itself or gets it added. */
export function buildProduct(
  input: ProductInput,
  context: { work: Work; workWas?: string; makers: readonly Maker[]; list: PriceList; newId: NewId; at: string },
): NewProduct {
  const { work, list, at } = context;
  const productId = context.newId('prd');
  const price = toRegularPrice(list, input.price.amountMinor);
  const taxCode = taxCodeOf(work.kind, input.delivery);
  const offer = { productId, format: input.format, taxCode, prices: [price] };
  return {
    product: {
      productId,
      workId: work.workId,
      position: work.offers.length,
      title: input.title,
      format: input.format,
      delivery: input.delivery,
      taxCode,
      maxQuantity: maxQuantityOf(input.delivery),
      stocked: input.stock !== undefined,
    },
    price,
    stock: input.stock,
    work: { ...work, offers: [...work.offers, offer], updatedAt: at },
    workWas: context.workWas,
    makers: context.makers,
  };
}

/** A work of which only its own words are known. */
export function buildWork(
  input: NewWorkInput,
  context: {
    workId: string;
    store: Pick<StoreItem, 'storeId' | 'name'>;
    makers: readonly Maker[];
    cover: Work['cover'];
    at: string;
  },
): Work {
  return {
    workId: context.workId,
    storeId: context.store.storeId,
    storeName: context.store.name,
    slug: slugOf(input.title),
    kind: input.kind,
    status: 'published',
    title: input.title,
    makers: context.makers.map(({ makerId, slug, name, role }) => ({ id: makerId, slug, name, role })),
    cover: context.cover,
    publishedOn: input.year === undefined ? context.at.slice(0, 10) : dayOfYear(input.year),
    description: input.description,
    genres: input.genres,
    licence: defaultLicence,
    badges: [],
    contents: [],
    contentsLabel: contentsLabelOf(input.kind),
    offers: [],
    updatedAt: context.at,
  };
}
