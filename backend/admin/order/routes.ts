import { adminApi } from '@tessera/contracts/api/admin.ts';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { notFound } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { may } from '../roles.ts';
import { toAdminOrder } from '../refund/views.ts';
import { toOrderSummary } from './order-summary.ts';

const Position = z.tuple([z.string(), z.string()]);

export function implementOrders({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(
    adminApi.orders,
    async ({ tenantId, query }) => {
      const { orders } = scopeOf(tenantId);
      const { limit, state, q } = query;
      const after = decodeCursor(query.cursor, Position);
      const found = await orders.list({ state, text: q?.trim() }, { limit: limit + 1, after });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const more = found.length > limit && last;
      return {
        status: 200,
        body: {
          items: page.map(toOrderSummary),
          ...(more ? { nextCursor: encodeCursor([last.placedAt, last.orderId]) } : {}),
        },
      };
    },
    { roles: may.readShop },
  );

  implement(
    adminApi.order,
    async ({ tenantId, params }) => {
      const { refunds, disputes } = scopeOf(tenantId);
      const found = await refunds.read(params.id);
      if (!found) throw notFound();
      const { order } = found;
      const accesses = order.dispute ? await disputes.accessesOf(order.userId) : [];
      return { status: 200, body: toAdminOrder(order, found.refunds, accesses) };
    },
    { roles: may.readShop },
  );
}
