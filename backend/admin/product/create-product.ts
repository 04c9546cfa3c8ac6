import type { TenantScope } from '../deps.ts';
import { makerRoleOf } from '../catalog/by-kind.ts';
import { toMakerId, toNewMaker } from '../catalog/new-maker.ts';
import { priceListFor } from '../catalog/price-list.ts';
import type { StoreRecord } from '../store/stores.ts';
import { buildProduct, buildWork, type NewWorkInput, type ProductInput } from './build-product.ts';
import type { NewProduct } from './products.ts';

export type Preparation =
  | { ok: true; product: NewProduct }
  | { ok: false; reason: 'work-or-id' | 'unknown-work' | 'unsold-currency' | 'not-positive' };

/** What a request would write, as the catalog stands now. */
export async function prepareProduct(
  scope: TenantScope,
  store: StoreRecord,
  input: ProductInput,
): Promise<Preparation> {
  if ((input.workId === undefined) === (input.work === undefined)) return { ok: false, reason: 'work-or-id' };
  if (BigInt(input.price.amountMinor) <= 0n) return { ok: false, reason: 'not-positive' };
  const { priceLists } = await scope.requireTenant();
  const list = priceListFor(priceLists, input.price.currency);
  if (!list) return { ok: false, reason: 'unsold-currency' };
  const context = { list, newId: scope.newId, at: scope.clock().toISOString() };
  if (input.work) {
    const { work, newMakers } = await prepareWork(scope, store, input.work, context.at);
    return { ok: true, product: buildProduct(input, { ...context, work, makers: newMakers }) };
  }
  const known = await scope.works.find(input.workId ?? '');
  if (!known || known.storeId !== store.storeId) return { ok: false, reason: 'unknown-work' };
  const { tenantId: _, ...work } = known;
  return { ok: true, product: buildProduct(input, { ...context, work, workWas: work.updatedAt, makers: [] }) };
}

async function prepareWork(scope: TenantScope, store: StoreRecord, input: NewWorkInput, at: string) {
  const names = new Map(input.makers.map((name) => [toMakerId(name), name]));
  const known = new Map((await scope.products.knownMakers([...names.keys()])).map((maker) => [maker.makerId, maker]));
  const role = makerRoleOf(input.kind);
  const makers = await Promise.all(
    [...names].map(async ([id, name]) => known.get(id) ?? toNewMaker({ name, role }, scope.covers)),
  );
  const workId = scope.newId('wrk');
  const cover = await scope.covers.ofWork({ workId, kind: input.kind, title: input.title });
  return {
    work: buildWork(input, { workId, store, makers, cover, at }),
    newMakers: makers.filter(({ makerId }) => !known.has(makerId)),
  };
}
