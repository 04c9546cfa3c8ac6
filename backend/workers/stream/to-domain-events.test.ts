import { DomainEvent } from '@tessera/contracts/events.ts';
import { expect, test } from 'vitest';
import { toDomainEvent, type TableChange } from './to-domain-events.ts';

function change(keys: string, overrides: Partial<TableChange> = {}): TableChange {
  const [pk = '', sk = ''] = keys.split(' ');
  return { id: 'r1', at: '2026-11-01T12:00:00.000Z', kind: 'MODIFY', pk, sk, before: {}, after: {}, ...overrides };
}
const order = 'TENANT#aria#ORDER#ord_1 ORDER';
const states = (before: string, after: string) => ({ before: { state: before }, after: { state: after } });
const minute = 'TENANT#aria#HEALTH#mfe-catalog#rel_1 MINUTE#2026-11-01T12:00#3';
const entitled = { after: { state: 'granted', entitlementId: 'ent_1' } };

test.each<[string, Partial<TableChange>, string, object]>([
  ['TENANT#aria#WORK#wrk_1 WORK', { kind: 'INSERT' }, 'work.changed', { workId: 'wrk_1', change: 'put' }],
  ['TENANT#aria#WORK#wrk_1 WORK', { kind: 'REMOVE' }, 'work.changed', { workId: 'wrk_1', change: 'removed' }],
  ['TENANT#aria#ARTICLE#refunds LOCALE#de', {}, 'article.changed', { slug: 'refunds', locale: 'de', change: 'put' }],
  ['TENANT#aria PROFILE', {}, 'tenant.changed', {}],
  [
    'STRIPEEVENT#evt_9 EVENT',
    { kind: 'INSERT', after: { tenantId: 'aria' } },
    'payment.event-received',
    { eventId: 'evt_9' },
  ],
  [order, { kind: 'INSERT', after: { state: 'pending' } }, 'order.placed', { orderId: 'ord_1' }],
  [
    order,
    { before: { state: 'pending' }, after: { state: 'paid', paidAt: '2026-11-01T12:00:00.000Z' } },
    'order.paid',
    { orderId: 'ord_1' },
  ],
  [
    order,
    { before: { state: 'refunded', refundedMinor: '9' }, after: { state: 'paid', refundedMinor: '0' } },
    'order.refunded',
    { orderId: 'ord_1' },
  ],
  [order, states('paid', 'partially_refunded'), 'order.refunded', { orderId: 'ord_1' }],
  [
    order,
    {
      before: { state: 'partially_refunded', refundedMinor: '1' },
      after: { state: 'partially_refunded', refundedMinor: '2' },
    },
    'order.refunded',
    { orderId: 'ord_1' },
  ],
  [
    order,
    { before: { state: 'disputed' }, after: { state: 'disputed', dispute: { requestedAt: '2026-11-01' } } },
    'dispute.answer-requested',
    { orderId: 'ord_1' },
  ],
  ['TENANT#aria#ORDER#ord_1 REFUND#0001', { kind: 'INSERT' }, 'refund.requested', { orderId: 'ord_1' }],
  [
    'TENANT#aria#USER#usr_1 ENTITLEMENT#prd_1#lin_1',
    entitled,
    'entitlement.changed',
    { entitlementId: 'ent_1', userId: 'usr_1', state: 'granted' },
  ],
  ['TENANT#aria#IMPORT#job_1 JOB', { kind: 'INSERT' }, 'import.requested', { jobId: 'job_1' }],
  ['TENANT#aria#RELEASESET CHANNEL#live', {}, 'release-set.changed', { channel: 'live' }],
  [
    minute,
    { before: { views: 3, failures: 1 }, after: { views: 4, failures: 2 } },
    'release.failing',
    { remote: 'mfe-catalog', releaseId: 'rel_1' },
  ],
  [
    minute,
    { kind: 'INSERT', after: { views: 1, apiErrors: 1 } },
    'release.failing',
    { remote: 'mfe-catalog', releaseId: 'rel_1' },
  ],
])('%s is told as %s', (keys, overrides, type, detail) => {
  const event = toDomainEvent(change(keys, overrides));
  expect(DomainEvent.parse(event)).toEqual({
    id: 'evt_r1',
    tenantId: 'aria',
    at: '2026-11-01T12:00:00.000Z',
    type,
    detail,
  });
});

test.each<[string, string, Partial<TableChange>]>([
  ['a product of a work', 'TENANT#aria#WORK#wrk_1 PRODUCT#prd_1', {}],
  ['a handled payment event', 'STRIPEEVENT#evt_9 EVENT', { after: { tenantId: 'aria' } }],
  ['a payment event of nobody’s order', 'STRIPEEVENT#evt_9 EVENT', { kind: 'INSERT' }],
  ['an order that is paid again after a dispute', order, states('disputed', 'paid')],
  ['an order whose state stays', order, states('paid', 'paid')],
  ['an order that expires', order, states('pending', 'expired')],
  ['an order that is removed', order, { kind: 'REMOVE', before: { state: 'paid' } }],
  [
    'an entitlement whose state stays',
    'TENANT#aria#USER#usr_1 ENTITLEMENT#a#b',
    { before: { state: 'granted' }, ...entitled },
  ],
  ['a refund that was settled', 'TENANT#aria#ORDER#ord_1 REFUND#0001', {}],
  [
    'a refund of the provider’s dashboard',
    'TENANT#aria#ORDER#ord_1 REFUND#0001',
    { kind: 'INSERT', after: { providerId: 're_1' } },
  ],
  ['progress of an import', 'TENANT#aria#IMPORT#job_1 JOB', {}],
  ['a row error of an import', 'TENANT#aria#IMPORT#job_1 ERROR#00001', { kind: 'INSERT' }],
  [
    'a page view in which nothing failed',
    minute,
    { before: { views: 3, failures: 1 }, after: { views: 4, failures: 1 } },
  ],
  ['the seventeenth failure of a minute', minute, { before: { failures: 16 }, after: { failures: 17 } }],
  ['numbers that are forgotten', minute, { kind: 'REMOVE', before: { failures: 3 } }],
  ['a rate window', 'TENANT#aria#RATE#write:1.1.1.1 60', {}],
])('%s is told to nobody', (_, keys, overrides) => {
  expect(toDomainEvent(change(keys, overrides))).toBeUndefined();
});
