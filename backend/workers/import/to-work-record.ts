import type { MakerRef, Picture } from '@tessera/contracts/api/common.ts';
import { contentsLabelOf, defaultLicence, maxQuantityOf } from '../../admin/catalog/by-kind.ts';
import { dayOfYear } from '../../admin/catalog/day-of-year.ts';
import { toRegularPrice } from '../../admin/catalog/price-list.ts';
import { digestOf, slugOf } from '../../admin/catalog/slug.ts';
import { taxCodeOf } from '../../admin/catalog/tax-code.ts';
import type { WorkRecord } from '../../table/catalog-writer.ts';
import type { PriceList } from '../../table/tenant-profile.ts';
import type { ImportRow } from './import-row.ts';

/** Changes when rows come to mean something else, so that a re-run writes them anew. */
const version = 1;

/** The same row of the same kind of file is the same work, whenever and however often it is imported. */
export function identify(row: ImportRow, profile: string): { key: string; workId: string } {
  const key = row.id ?? [row.kind, row.title, ...row.makers].join('|').toLowerCase();
  return { key, workId: `wrk_${digestOf(`${profile}:${key}`)}` };
}

export const hashOf = (row: ImportRow, list: PriceList): string =>
  digestOf(JSON.stringify([version, row, list.id, list.countries]));

export interface RecordContext {
  workId: string;
  makers: readonly MakerRef[];
  cover: Picture;
  list: PriceList;
  store: { storeId: string; name: string };
  at: string;
}

export function toWorkRecord(row: ImportRow, context: RecordContext): WorkRecord {
  const { workId, list, store } = context;
  const format = row.format ?? (row.delivery === 'digital' ? 'download' : 'print');
  return {
    work: {
      workId,
      storeId: store.storeId,
      storeName: store.name,
      slug: slugOf(row.title),
      kind: row.kind,
      status: 'published',
      title: row.title,
      ...(row.subtitle ? { subtitle: row.subtitle } : {}),
      makers: context.makers,
      cover: context.cover,
      publishedOn: row.year === undefined ? '' : dayOfYear(row.year),
      description: row.description,
      genres: row.genres ?? [],
      ...(row.language ? { language: row.language } : {}),
      ...(row.publisher ? { publisher: row.publisher } : {}),
      licence: row.licence ?? defaultLicence,
      badges: [],
      contents: [],
      contentsLabel: contentsLabelOf(row.kind),
      importHash: hashOf(row, list),
      updatedAt: context.at,
    },
    products: [
      {
        product: {
          productId: workId.replace('wrk_', 'prd_'),
          title: row.productTitle ?? format,
          format,
          delivery: row.delivery,
          taxCode: taxCodeOf(row.kind, row.delivery),
          maxQuantity: maxQuantityOf(row.delivery),
        },
        prices: [toRegularPrice(list, row.amountMinor)],
        ...(row.stock === undefined ? {} : { stock: row.stock }),
        assets: [],
      },
    ],
  };
}
