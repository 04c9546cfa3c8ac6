import type { MakerRef } from '@tessera/contracts/api/common.ts';
import { createArticleEntity } from '../../table/article.ts';
import { createCatalogWriter, type ProductRecord, type WorkRecord } from '../../table/catalog-writer.ts';
import type { Table } from '../../table/client.ts';
import { createHomeEntity } from '../../table/home.ts';
import { always } from '../../table/price.ts';
import { putAll } from '../../table/put-all.ts';
import { createStoreEntity } from '../../table/store.ts';
import { createTenantProfileEntity } from '../../table/tenant-profile.ts';
import { mapInParallel } from './map-in-parallel.ts';
import type { SeedStore } from './store.ts';
import type { SeedProduct, SeedTenant, SeedWork } from './types.ts';

/** Seeded items carry this instead of the clock, so that seeding twice writes the same bytes. */
const seededAt = '2026-01-01T00:00:00.000Z';

/** Pictures and files being made at a time. */
const parallel = 4;

/** Writes a tenant's content; stock and switched flags that a shop has changed since stay as they are. */
export async function writeTenant(tenant: SeedTenant, world: { table: Table; store: SeedStore }): Promise<void> {
  const { table, store } = world;
  const tenantId = tenant.profile.id;
  const writer = createCatalogWriter(table, tenantId);
  await writeProfile(tenant, table);
  await createStoreEntity(table)
    .put({ tenantId, storeId: tenant.store.id, slug: tenant.store.slug, name: tenant.store.name, createdAt: seededAt })
    .go();
  const makers = await mapInParallel(tenant.makers, parallel, async ({ id, portrait, ...maker }) => ({
    ...maker,
    makerId: id,
    portrait: await store.picture(portrait),
    links: [],
  }));
  await writer.putMakers(makers);
  await writer.putWorks(await mapInParallel(tenant.works, parallel, (work) => toWorkRecord(tenant, work, store)));
  await putAll(
    createArticleEntity(table),
    tenant.articles.map((article) => ({
      ...article,
      tenantId,
      sections: article.sections.map((section) => ({ ...section })),
      updatedOn: seededAt.slice(0, 10),
    })),
  );
  const { shelves, ...hero } = tenant.home;
  await createHomeEntity(table).put({ tenantId, hero, shelves }).go();
}

async function writeProfile(tenant: SeedTenant, table: Table): Promise<void> {
  const { id: tenantId, flags: wanted, ...profile } = tenant.profile;
  const entity = createTenantProfileEntity(table);
  const { data: known } = await entity.get({ tenantId }).go();
  const fresh = Object.entries(wanted).map(([name, enabled]) => [name, { enabled, version: 1, description: '' }]);
  await entity
    .put({
      tenantId,
      profile,
      flags: { ...Object.fromEntries(fresh), ...known?.flags },
      defaultStoreId: tenant.store.id,
      priceLists: tenant.priceLists,
      taxRegistrations: tenant.taxRegistrations,
      updatedAt: seededAt,
    })
    .go();
}

async function toWorkRecord(tenant: SeedTenant, seed: SeedWork, store: SeedStore): Promise<WorkRecord> {
  const { id, makerIds, products, cover, preview, contents, badges, ...work } = seed;
  const shownPreview = preview && (await toPreview(preview, tenant.profile.id, store));
  return {
    work: {
      ...work,
      workId: id,
      storeId: tenant.store.id,
      storeName: tenant.store.name,
      status: 'published',
      makers: makerIds.map((makerId) => toMakerRef(tenant, makerId)),
      cover: await store.picture(cover),
      badges: [...badges],
      contents: contents.map((entry, at) => ({ position: at + 1, ...entry })),
      ...playingTimeOf(seed),
      ...(shownPreview ? { preview: shownPreview } : {}),
      updatedAt: seededAt,
    },
    products: await Promise.all(products.map((product) => toProductRecord(tenant, product, store))),
  };
}

/** The sum of its parts, or what its film lasts. */
function playingTimeOf({ contents, products }: SeedWork): { durationSeconds?: number } {
  const parts = contents.map(({ durationSeconds }) => durationSeconds);
  const films = products.flatMap(({ files }) => files).filter((file) => file.make === 'film');
  const known = parts.length > 0 ? parts : films.slice(0, 1).map(({ seconds }) => seconds);
  const total = known.reduce<number>((sum, seconds) => sum + (seconds ?? Number.NaN), 0);
  return total > 0 ? { durationSeconds: total } : {};
}

async function toPreview(request: NonNullable<SeedWork['preview']>, tenantId: string, store: SeedStore) {
  const { key, contentType } = await store.preview(request);
  const kinds = { music: 'audio', film: 'video', book: 'text', text: 'text' } as const;
  return {
    kind: kinds[request.make],
    src: `/media/${key.slice(tenantId.length + 1)}`,
    contentType,
    ...('seconds' in request ? { durationSeconds: request.seconds } : {}),
  };
}

async function toProductRecord(tenant: SeedTenant, seed: SeedProduct, store: SeedStore): Promise<ProductRecord> {
  const { id, prices, files, stock, unlock, ...product } = seed;
  return {
    product: { ...product, productId: id, ...(unlock ? { unlock: toUnlock(tenant, unlock) } : {}) },
    prices: Object.entries(prices).map(([priceListId, price]) => ({
      ...price,
      ...listOf(tenant, priceListId),
      kind: 'regular',
      validFrom: always,
    })),
    ...(stock === undefined ? {} : { stock }),
    assets: await Promise.all(
      files.map(async ({ assetId, name, ...request }) => {
        const { key, bytes, contentType } = await store.file(request);
        return { assetId, name, format: request.format, contentType, bytes, objectKey: key };
      }),
    ),
  };
}

function toUnlock({ works }: SeedTenant, { tokens, passWorkIds }: NonNullable<SeedProduct['unlock']>) {
  const passes = passWorkIds.map((workId) => {
    const pass = works.find(({ id }) => id === workId);
    if (!pass) throw new Error(`there is no work ${workId}`);
    return { workId, slug: pass.slug, title: pass.title };
  });
  return { tokens, passes };
}

function listOf({ priceLists }: SeedTenant, priceListId: string) {
  const list = priceLists.find(({ id }) => id === priceListId);
  if (!list) throw new Error(`there is no price list ${priceListId}`);
  return { priceListId, currency: list.currency, countries: list.countries };
}

function toMakerRef({ makers }: SeedTenant, makerId: string): MakerRef {
  const maker = makers.find(({ id }) => id === makerId);
  if (!maker) throw new Error(`there is no maker ${makerId}`);
  return { id: maker.id, slug: maker.slug, name: maker.name, role: maker.role };
}
