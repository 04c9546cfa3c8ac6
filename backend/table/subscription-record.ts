import { Renewal, SubscriptionView } from '@tessera/contracts/api/checkout.ts';
import { z } from 'zod';
import { OrderLine } from './order-record.ts';

export const SubscriptionRecord = z.object({
  tenantId: z.string(),
  userId: z.string(),
  orderId: z.string(),
  providerId: z.string(),
  startedAt: z.string(),
  lines: z.array(OrderLine),
  renewal: Renewal,
  revision: z.int(),
  state: SubscriptionView.shape.state,
  periodEnd: z.string(),
  validUntil: z.string(),
});
export type SubscriptionRecord = z.infer<typeof SubscriptionRecord>;

/** What its owner is told of it. */
export const toSubscriptionView = (record: SubscriptionRecord): SubscriptionView => ({
  id: record.orderId,
  state: record.state,
  lines: record.lines.map(({ workId, slug, title, productTitle, cover }) => ({
    workId,
    slug,
    title,
    productTitle,
    cover,
  })),
  renewal: record.renewal,
  startedAt: record.startedAt,
  periodEnd: record.periodEnd,
  validUntil: record.validUntil,
});
