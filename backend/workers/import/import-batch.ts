import type { CoverShelf } from '../../admin/catalog/cover-shelf.ts';
import { priceListFor } from '../../admin/catalog/price-list.ts';
import { toMakerId } from '../../admin/catalog/new-maker.ts';
import type { RowError } from '../../admin/import/import-jobs.ts';
import type { PriceList } from '../../table/tenant-profile.ts';
import { priceName } from '../../table/price.ts';
import type { WorkItem } from '../../table/work.ts';
import type { WorkRecord } from '../../table/catalog-writer.ts';
import type { ImportCatalog } from './import-catalog.ts';
import type { ImportRow } from './import-row.ts';
import { hashOf, toWorkRecord } from './to-work-record.ts';

export interface IdentifiedRow {
  /** Where it stands in the file. */
  at: number;
  workId: string;
  row: ImportRow;
}

export interface BatchContext {
  catalog: ImportCatalog;
  covers: CoverShelf;
  priceLists: readonly PriceList[];
  store: { storeId: string; name: string };
  now: string;
}

export interface BatchResult {
  created: number;
  updated: number;
  unchanged: number;
  errors: RowError[];
}

/** Writes what is new or has changed; an unchanged row costs one read. */
export async function importBatch(rows: readonly IdentifiedRow[], context: BatchContext): Promise<BatchResult> {
  const { catalog, priceLists } = context;
  const result: BatchResult = { created: 0, updated: 0, unchanged: 0, errors: [] };
  const before = await catalog.findWorks(rows.map(({ workId }) => workId));
  const changed: (IdentifiedRow & { list: PriceList })[] = [];
  for (const one of rows) {
    const list = priceListFor(priceLists, one.row.currency);
    const known = before.get(one.workId);
    if (!list)
      result.errors.push({
        row: one.at,
        column: 'currency',
        message: `${one.row.currency} is no currency of this shop`,
      });
    else if (known?.importHash === hashOf(one.row, list)) result.unchanged += 1;
    else {
      changed.push({ ...one, list });
      result[known ? 'updated' : 'created'] += 1;
    }
  }
  const makers = await catalog.requireMakers(changed.map(({ row }) => row));
  const records = await Promise.all(
    changed.map(async ({ workId, row, list }) => {
      const refs = row.makers.flatMap((name) => makers.get(toMakerId(name)) ?? []);
      const cover = await context.covers.ofWork({ workId, kind: row.kind, title: row.title });
      const record = toWorkRecord(row, { ...context, workId, makers: uniqueById(refs), cover, list, at: context.now });
      return keepingWhatWasAdded(record, before.get(workId));
    }),
  );
  await catalog.put(records, before);
  return result;
}

/** What the shop did to a work since it was first imported stays: a row changes the price that it names, and no other. */
function keepingWhatWasAdded(record: WorkRecord, before: WorkItem | undefined): WorkRecord {
  if (!before) return record;
  const own = new Set(record.products.map(({ product }) => product.productId));
  const { status, badges } = before;
  return {
    ...record,
    work: { ...record.work, status, badges },
    products: record.products.map((each) => {
      const known = before.offers.find(({ productId }) => productId === each.product.productId)?.prices ?? [];
      const named = new Set(each.prices.map(priceName));
      return { ...each, prices: [...each.prices, ...known.filter((price) => !named.has(priceName(price)))] };
    }),
    otherOffers: before.offers.filter(({ productId }) => !own.has(productId)),
  };
}

const uniqueById = <T extends { id: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];
