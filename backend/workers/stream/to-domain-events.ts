import type { DomainEvent } from '@tessera/contracts/events.ts';
import { TenantId } from '@tessera/contracts/ids.ts';
import { z } from 'zod';

/** A committed change of one item, with its attributes as plain values. */
export interface TableChange {
  /** Of the stream record: the same change has the same id, however often it is delivered. */
  id: string;
  at: string;
  kind: 'INSERT' | 'MODIFY' | 'REMOVE';
  pk: string;
  sk: string;
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
}

type Told = Pick<DomainEvent, 'type' | 'detail'>;
type Rule = { keys: RegExp; tell(change: TableChange, names: Record<string, string>): Told | undefined };

/** What the rest of the platform is told of, by the keys of docs/data-model.md (`pk sk`). Other changes are nobody's business. */
const rules: readonly Rule[] = [
  {
    keys: /^TENANT#(?<tenantId>[^#]+)#WORK#(?<workId>[^#]+) WORK$/,
    tell: ({ kind }, { workId = '' }) => ({ type: 'work.changed', detail: { workId, change: changeOf(kind) } }),
  },
  {
    keys: /^TENANT#(?<tenantId>[^#]+)#ARTICLE#(?<slug>[^#]+) LOCALE#(?<locale>\S+)$/,
    tell: ({ kind }, { slug = '', locale = '' }) => ({
      type: 'article.changed',
      detail: { slug, locale, change: changeOf(kind) },
    }),
  },
  { keys: /^TENANT#(?<tenantId>[^#]+) PROFILE$/, tell: () => ({ type: 'tenant.changed', detail: {} }) },
  { keys: /^DOMAIN#(?<host>\S+) DOMAIN$/, tell: (_, { host = '' }) => ({ type: 'domain.changed', detail: { host } }) },
  {
    keys: /^STRIPEEVENT#(?<eventId>[^#]+) EVENT$/,
    tell: ({ kind }, { eventId = '' }) =>
      kind === 'INSERT' ? { type: 'payment.event-received', detail: { eventId } } : undefined,
  },
  { keys: /^TENANT#(?<tenantId>[^#]+)#ORDER#(?<orderId>[^#]+) ORDER$/, tell: tellOfOrder },
  {
    keys: /^TENANT#(?<tenantId>[^#]+)#ORDER#(?<orderId>[^#]+) REFUND#\d+$/,
    tell: ({ kind, after }, { orderId = '' }) =>
      kind === 'INSERT' && after['providerId'] === undefined
        ? { type: 'refund.requested', detail: { orderId } }
        : undefined,
  },
  { keys: /^TENANT#(?<tenantId>[^#]+)#USER#(?<userId>[^#]+) ENTITLEMENT#\S+$/, tell: tellOfEntitlement },
  {
    keys: /^TENANT#(?<tenantId>[^#]+)#IMPORT#(?<jobId>[^#]+) JOB$/,
    tell: ({ kind }, { jobId = '' }) =>
      kind === 'INSERT' ? { type: 'import.requested', detail: { jobId } } : undefined,
  },
  {
    keys: /^TENANT#(?<tenantId>[^#]+)#RELEASESET CHANNEL#(?<channel>\S+)$/,
    tell: (_, { channel = '' }) => ({ type: 'release-set.changed', detail: { channel } }),
  },
  { keys: /^TENANT#(?<tenantId>[^#]+)#HEALTH#(?<remote>[^#]+)#(?<releaseId>\S+) MINUTE#\S+$/, tell: tellOfFailing },
];

/** The event of a change, or none. Pure, so that a stream record that comes twice is told twice with one id. */
export function toDomainEvent(change: TableChange): DomainEvent | undefined {
  for (const { keys, tell } of rules) {
    const names = keys.exec(`${change.pk} ${change.sk}`)?.groups;
    if (!names) continue;
    const told = tell(change, names);
    // Hosts and the payment inbox are global; an event of the inbox that belongs to no tenant's order concerns nobody.
    const tenantId = TenantId.safeParse(names['tenantId'] ?? change.after['tenantId'] ?? change.before['tenantId']);
    if (!told || !tenantId.success) return undefined;
    return { id: `evt_${change.id}`, tenantId: tenantId.data, at: change.at, ...told } as DomainEvent;
  }
  return undefined;
}

const changeOf = (kind: TableChange['kind']) => (kind === 'REMOVE' ? 'removed' : 'put');

function tellOfOrder({ kind, before, after }: TableChange, { orderId = '' }: Record<string, string>): Told | undefined {
  const { state } = after;
  const detail = { orderId };
  if (kind === 'REMOVE') return undefined;
  if (kind === 'INSERT') return { type: state === 'paid' ? 'order.paid' : 'order.placed', detail };
  // An order becomes paid once; it may come back to that state after a refund that failed, or a dispute.
  if (after['paidAt'] !== undefined && before['paidAt'] === undefined) return { type: 'order.paid', detail };
  if (answerOf(after) !== answerOf(before)) return { type: 'dispute.answer-requested', detail };
  const refunded = state !== before['state'] && (state === 'refunded' || state === 'partially_refunded');
  const more = after['refundedMinor'] !== before['refundedMinor'];
  return refunded || more ? { type: 'order.refunded', detail } : undefined;
}

/** When the shop last had the bank told something. */
const answerOf = ({ dispute }: TableChange['after']): unknown =>
  z.object({ requestedAt: z.string() }).safeParse(dispute).data?.requestedAt;

/** Told of so many failures of a part of a minute: more say nothing new, and must not become a flood. */
const maxToldFailures = 16;

function tellOfFailing(
  { before, after }: TableChange,
  { remote = '', releaseId = '' }: Record<string, string>,
): Told | undefined {
  const bad = (image: TableChange['after']): number =>
    ['failures', 'errors', 'apiErrors'].reduce((sum, name) => sum + (Number(image[name]) || 0), 0);
  if (bad(after) <= bad(before) || bad(after) > maxToldFailures) return undefined;
  return { type: 'release.failing', detail: { remote, releaseId } };
}

function tellOfEntitlement(
  { kind, before, after }: TableChange,
  { userId = '' }: Record<string, string>,
): Told | undefined {
  const { entitlementId, state } = after;
  if (kind === 'REMOVE' || state === before['state']) return undefined;
  if (typeof entitlementId !== 'string' || typeof state !== 'string') return undefined;
  return { type: 'entitlement.changed', detail: { entitlementId, userId, state } };
}
