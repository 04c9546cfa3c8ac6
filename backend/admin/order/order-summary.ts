import type { OrderSummary } from '@tessera/contracts/api/admin.ts';
import type { z } from 'zod';
import type { OrderHead } from './orders.ts';

export const toOrderSummary = (order: OrderHead): z.infer<typeof OrderSummary> => ({
  id: order.orderId,
  number: order.number,
  state: order.state,
  placedAt: order.placedAt,
  email: order.email,
  total: { amountMinor: order.totalMinor, currency: order.currency },
  itemCount: order.itemCount,
});
