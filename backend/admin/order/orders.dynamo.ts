import { OrderState } from '@tessera/contracts/api/checkout.ts';
import type { Table } from '../../table/client.ts';
import { createOrderEntity } from '../../table/order.ts';
import { OrderRecord } from '../../table/order-record.ts';
import type { OrderHead, Orders } from './orders.ts';

const shown = [
  'orderId',
  'number',
  'state',
  'placedAt',
  'email',
  'currency',
  'totalMinor',
  'itemCount',
  'userId',
  'refundedMinor',
  'paidAt',
] as const;

/** After every character that an id or an instant is made of. */
const last = '~';

export function createOrders(table: Table, tenantId: string): Orders {
  const orders = createOrderEntity(table);
  return {
    async list({ state, text }, { limit, after }) {
      const [placedAt, orderId] = after ?? [last, last];
      const wantedState: string = state ?? '';
      const { data } = await orders.query
        .ofTenant({ tenantId })
        .lt({ placedAt, orderId })
        .where((order, { eq, contains }) =>
          [
            wantedState ? eq(order.state, wantedState) : '',
            text
              ? `(${contains(order.number, text.toUpperCase())} OR ${contains(order.email, text.toLowerCase())})`
              : '',
          ]
            .filter(Boolean)
            .join(' AND '),
        )
        .go({ order: 'desc', count: limit, attributes: [...shown] });
      return data.map(toHead);
    },
    async find(orderId) {
      const { data } = await orders.get({ tenantId, orderId }).go();
      return data ? OrderRecord.parse(data) : undefined;
    },
    async placedSince(placedAt) {
      const { data } = await orders.query
        .ofTenant({ tenantId })
        .gte({ placedAt })
        .go({ order: 'desc', pages: 'all', attributes: [...shown] });
      return data.map(toHead);
    },
  };
}

const toHead = ({ state, ...order }: Omit<OrderHead, 'state'> & { state: string }): OrderHead => ({
  ...order,
  state: OrderState.parse(state),
});
