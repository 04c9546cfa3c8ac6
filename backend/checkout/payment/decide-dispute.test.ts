import { describe, expect, test } from 'vitest';
import type { DisputeRecord } from '../../table/dispute-record.ts';
import { decideOn, disputeOf, factsOf, orderOf } from '../testing/decisions.ts';

describe('a dispute', () => {
  const evidence = {
    customerName: 'Ada',
    customerEmail: 'ada@example.com',
    billingAddress: '',
    productDescription: '',
    serviceDate: '',
    accessLog: '',
    text: 'It was downloaded.',
  };
  const asked = disputeOf('needs_response', { evidence, requestedAt: '2026-01-01T13:00:00.000Z' });

  test.each<[string, DisputeRecord, string]>([
    ['was asked to be answered', asked, 'answer-dispute'],
    ['was answered', { ...asked, sentAt: '2026-01-01T14:00:00.000Z' }, 'nothing'],
    ['was answered in vain', { ...asked, failure: 'refused' }, 'nothing'],
    ['has a draft', disputeOf('needs_response', { evidence }), 'nothing'],
  ])('that %s', (_, dispute, expected) => {
    const order = orderOf({ state: 'disputed', dispute });
    expect(decideOn(order, factsOf({ dispute: disputeOf('needs_response') })).do).toBe(expected);
  });

  test('keeps what the shop says to it when the bank moves on', () => {
    const order = orderOf({ state: 'disputed', dispute: asked });
    const decision = decideOn(order, factsOf({ dispute: disputeOf('under_review') }));
    expect(decision).toMatchObject({ change: { set: { dispute: { status: 'under_review', evidence } } } });
  });
});
