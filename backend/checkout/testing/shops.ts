import type { Table } from '../../table/client.ts';
import { putProduct, putTenant } from './seed.ts';

export const album = 'prd_album';
export const vinyl = 'prd_vinyl';
export const ebook = 'prd_ebook';
export const monthly = 'prd_pass-month';
export const yearly = 'prd_pass-year';
export const tokens = 'prd_tokens';

/** Aria sells in dollars and pounds, tax added; Folio in euros, tax included. */
export async function putShops(table: Table): Promise<void> {
  await putTenant(table, {
    tenantId: 'aria',
    name: 'Aria Records',
    country: 'US',
    countries: ['US', 'GB'],
    currencies: ['USD', 'GBP'],
    taxDisplay: 'exclusive',
    taxRegistrations: [{ country: 'US', region: 'WA' }],
  });
  await putTenant(table, {
    tenantId: 'folio',
    name: 'Folio Press',
    country: 'DE',
    countries: ['DE', 'FR'],
    currencies: ['EUR'],
    taxDisplay: 'inclusive',
    taxRegistrations: [{ country: 'DE' }, { country: 'DE', scheme: 'oss' }],
  });
  await putProduct(table, {
    tenantId: 'aria',
    productId: album,
    title: 'Night Ferry',
    taxCode: 'txcd_10401100',
    prices: { USD: '1299', GBP: '1099' },
  });
  await putProduct(table, {
    tenantId: 'aria',
    productId: vinyl,
    title: 'Blue Hour',
    taxCode: 'txcd_99999999',
    maxQuantity: 3,
    stock: 5,
    prices: { USD: '2900' },
  });
  for (const [productId, interval, amount] of [
    [monthly, 'month', '900'],
    [yearly, 'year', '9000'],
  ] as const)
    await putProduct(table, {
      tenantId: 'aria',
      productId,
      workId: 'wrk_pass',
      interval,
      title: 'Pass',
      taxCode: 'txcd_10402100',
      prices: { USD: amount },
    });
  await putProduct(table, {
    tenantId: 'aria',
    productId: tokens,
    title: 'Ten tokens',
    tokens: { amount: 10, validMonths: 12 },
    taxCode: 'txcd_10103001',
    maxQuantity: 5,
    prices: { USD: '1500' },
  });
  await putProduct(table, {
    tenantId: 'folio',
    productId: ebook,
    title: 'Herbst',
    taxCode: 'txcd_10302000',
    maxQuantity: 2,
    prices: { EUR: '999' },
  });
}
