import type { DomainEvent } from '@tessera/contracts/events.ts';
import type { AuditEntry } from '../../table/audit-log.ts';

/** What is kept of an event, under the entity it happened to; nothing of what is only counted. */
export function toAuditEntry(event: DomainEvent): AuditEntry | undefined {
  const entity = entityOf(event);
  if (entity === undefined) return undefined;
  return { entity, at: event.at, auditId: event.id, what: event.type, by: 'platform', data: event.detail };
}

function entityOf(event: DomainEvent): string | undefined {
  switch (event.type) {
    case 'work.changed':
      return event.detail.workId;
    case 'article.changed':
      return `article:${event.detail.slug}/${event.detail.locale}`;
    case 'tenant.changed':
      return 'tenant';
    case 'domain.changed':
      return `domain:${event.detail.host}`;
    case 'payment.event-received':
      return event.detail.eventId;
    case 'order.placed':
    case 'order.paid':
    case 'order.refunded':
    case 'refund.requested':
    case 'dispute.answer-requested':
      return event.detail.orderId;
    case 'entitlement.changed':
      return event.detail.entitlementId;
    case 'import.requested':
      return event.detail.jobId;
    case 'release-set.changed':
      return `channel:${event.detail.channel}`;
    case 'release.failing':
      return undefined;
  }
}
