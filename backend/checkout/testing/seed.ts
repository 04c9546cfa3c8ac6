import type { Picture } from '@tessera/contracts/api/common.ts';
import type { Table } from '../../table/client.ts';
import { createAssetEntity } from '../../table/asset.ts';
import { always, createPriceEntity } from '../../table/price.ts';
import { createProductEntity } from '../../table/product.ts';
import { createStockEntity } from '../../table/stock.ts';
import { createTenantProfileEntity, type TaxRegistration } from '../../table/tenant-profile.ts';
import { createWorkEntity } from '../../table/work.ts';

const at = '2026-01-01T00:00:00.000Z';
export const cover: Picture = { src: '/c.svg', srcset: [], width: 600, height: 600, color: '#123456', alt: 'Cover' };

export interface TestTenant {
  tenantId: string;
  name: string;
  country: string;
  countries: string[];
  currencies: string[];
  taxDisplay: 'inclusive' | 'exclusive';
  taxRegistrations: TaxRegistration[];
}

export async function putTenant(table: Table, tenant: TestTenant): Promise<void> {
  const { tenantId, taxRegistrations, ...given } = tenant;
  await createTenantProfileEntity(table)
    .put({
      tenantId,
      profile: {
        ...given,
        tagline: 'A shop',
        legalName: `${tenant.name} Ltd.`,
        supportEmail: `help@${tenantId}.example`,
        theme: {
          face: 'aria',
          accent: { light: '#000000', dark: '#ffffff' },
          radius: 'none',
          density: 'compact',
          coverShape: 'square',
          scheme: 'auto',
        },
        locales: ['en', 'de'],
        kinds: ['album'],
      },
      flags: {},
      defaultStoreId: 'sto_1',
      priceLists: [],
      taxRegistrations,
      updatedAt: at,
    })
    .go();
}

export interface TestProduct {
  tenantId: string;
  productId: string;
  /** By default one of its own. */
  workId?: string;
  title: string;
  taxCode: string;
  maxQuantity?: number;
  stock?: number;
  /** Per currency, in minor units. */
  prices: Record<string, string>;
  status?: 'draft' | 'published';
  interval?: 'month' | 'year';
  tokens?: { amount: number; validMonths: number };
}

export async function putProduct(table: Table, product: TestProduct): Promise<void> {
  const { tenantId, productId, title, stock, taxCode } = product;
  const workId = product.workId ?? `wrk_${productId.slice(4)}`;
  const physical = stock !== undefined;
  await createWorkEntity(table)
    .put({
      tenantId,
      workId,
      storeId: 'sto_1',
      storeName: 'Shop',
      slug: title.toLowerCase().replaceAll(' ', '-'),
      kind: 'album',
      status: product.status ?? 'published',
      title,
      makers: [{ id: 'mkr_1', slug: 'ada', name: 'Ada', role: 'artist' }],
      cover,
      publishedOn: '2026-01-01',
      description: '',
      genres: [],
      licence: 'For your own ears.',
      badges: [],
      contents: [],
      contentsLabel: 'none',
      offers: [],
      updatedAt: at,
    })
    .go();
  await createProductEntity(table)
    .put({
      tenantId,
      productId,
      workId,
      position: 1,
      title: physical ? 'Vinyl' : 'MP3',
      format: physical ? 'vinyl' : 'mp3',
      delivery: deliveryOf(product),
      ...(product.interval ? { interval: product.interval } : {}),
      ...(product.tokens ? { tokens: product.tokens } : {}),
      taxCode,
      maxQuantity: product.maxQuantity ?? 1,
      stocked: physical,
    })
    .go();
  if (physical) await createStockEntity(table).put({ tenantId, productId, available: stock }).go();
  else
    await createAssetEntity(table)
      .put({
        tenantId,
        productId,
        assetId: `ast_${productId.slice(4)}`,
        position: 1,
        name: `${title}.mp3`,
        format: 'mp3',
        contentType: 'audio/mpeg',
        bytes: 11,
        objectKey: `${tenantId}/${productId}/${title}.mp3`,
      })
      .go();
  for (const [currency, amountMinor] of Object.entries(product.prices))
    await setPrice(table, product, currency, amountMinor);
}

const deliveryOf = ({ stock, interval, tokens }: TestProduct) =>
  stock !== undefined ? 'physical' : interval ? 'subscription' : tokens ? 'tokens' : 'digital';

export async function setPrice(
  table: Table,
  { tenantId, productId }: Pick<TestProduct, 'tenantId' | 'productId'>,
  currency: string,
  amountMinor: string,
): Promise<void> {
  await createPriceEntity(table)
    .put({
      tenantId,
      productId,
      priceListId: currency.toLowerCase(),
      currency,
      countries: [],
      amountMinor,
      kind: 'regular',
      validFrom: always,
    })
    .go();
}

export async function stockOf(table: Table, tenantId: string, productId: string): Promise<number | undefined> {
  return (await createStockEntity(table).get({ tenantId, productId }).go({ consistent: true })).data?.available;
}
