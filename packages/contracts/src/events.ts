import { z } from 'zod';
import { TenantId } from './ids.ts';

const of = <const Type extends string, Detail extends z.ZodType>(type: Type, detail: Detail) =>
  z.object({
    id: z.string(),
    type: z.literal(type),
    tenantId: TenantId,
    at: z.iso.datetime(),
    trace: z.string().optional(),
    detail,
  });

/**
 * What slices tell each other. Made by the stream consumer from committed table changes (so an event never runs
 * ahead of its write) and delivered at least once, in any order: handlers are idempotent by `id`.
 */
export const DomainEvent = z.discriminatedUnion('type', [
  of('work.changed', z.object({ workId: z.string(), change: z.enum(['put', 'removed']) })),
  of('article.changed', z.object({ slug: z.string(), locale: z.string(), change: z.enum(['put', 'removed']) })),
  of('tenant.changed', z.object({})),
  of('domain.changed', z.object({ host: z.string() })),
  of('payment.event-received', z.object({ eventId: z.string() })),
  of('order.placed', z.object({ orderId: z.string() })),
  of('order.paid', z.object({ orderId: z.string() })),
  of('order.refunded', z.object({ orderId: z.string() })),
  /** Written down, and to be asked of the payment provider. */
  of('refund.requested', z.object({ orderId: z.string() })),
  /** What the shop says to a bank, to be given to the payment provider. */
  of('dispute.answer-requested', z.object({ orderId: z.string() })),
  of('entitlement.changed', z.object({ entitlementId: z.string(), userId: z.string(), state: z.string() })),
  of('import.requested', z.object({ jobId: z.string() })),
  of('release-set.changed', z.object({ channel: z.string() })),
  /** A page view in which it failed was counted; told of the first of each minute only. */
  of('release.failing', z.object({ remote: z.string(), releaseId: z.string() })),
]);
export type DomainEvent = z.infer<typeof DomainEvent>;
export type DomainEventType = DomainEvent['type'];
