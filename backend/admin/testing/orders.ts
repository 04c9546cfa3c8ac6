import type { Table } from '../../table/client.ts';
import { createOrderEntity } from '../../table/order.ts';
import { OrderRecord } from '../../table/order-record.ts';

/** A whole order, as checkout writes it. */
export function orderOf(tenantId: string, overrides: Partial<OrderRecord> & { orderId: string }): OrderRecord {
  return OrderRecord.parse({
    tenantId,
    userId: 'usr_ada',
    placedAt: '2026-11-01T12:00:00.000Z',
    number: 'A-1042',
    email: 'ada@example.com',
    currency: 'USD',
    totalMinor: '1299',
    itemCount: 1,
    hash: 'h',
    frozen: {
      lines: [
        {
          id: 'l1',
          productId: 'prd_tide',
          workId: 'wrk_tide',
          title: 'Tide',
          productTitle: 'MP3',
          quantity: 1,
          unitPrice: { amountMinor: '1299', currency: 'USD' },
          lineTotal: { amountMinor: '1299', currency: 'USD' },
          delivery: 'digital',
          cover: { src: '/media/c.webp', srcset: [], width: 600, height: 600, color: '#123456', alt: 'Cover' },
          slug: 'tide',
          kind: 'album',
          makers: 'Nina Vale',
          licence: 'Personal use.',
          taxCode: 'txcd_10401100',
          stocked: false,
          priceListId: 'us',
        },
      ],
      priceMode: 'exclusive',
      subtotalMinor: '1299',
      discountMinor: '0',
      deliveryMinor: '0',
      taxMinor: '0',
      roundingAdjustmentMinor: '0',
      taxLines: [],
      address: { name: 'Ada', country: 'US' },
      locale: 'en',
      shop: { name: 'Aria', legalName: 'Aria Inc.', country: 'US', supportEmail: 'help@aria.example' },
      origin: 'http://aria.localhost',
      localePrefix: '',
    },
    cartId: 'crt_1',
    expiresAt: '2026-11-01T13:00:00.000Z',
    revision: 1,
    state: 'paid',
    stockHeld: false,
    timeline: [{ at: '2026-11-01T12:00:00.000Z', what: 'placed' }],
    ...overrides,
  });
}

export async function putOrder(table: Table, order: OrderRecord): Promise<void> {
  await createOrderEntity(table).put(order).go();
}
