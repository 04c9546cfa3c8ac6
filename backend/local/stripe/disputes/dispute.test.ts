import type Stripe from 'stripe';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { card, sessionParams, startHarness, startReceiver, submit, type Harness } from '../testing.ts';

let harness: Harness;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeEach(async () => {
  receiver = await startReceiver();
  harness = await startHarness({ webhookUrl: receiver.url });
});
afterEach(async () => {
  await harness[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

async function paidWith(number: string): Promise<Stripe.Charge> {
  const { id, url } = await harness.stripe.checkout.sessions.create(sessionParams());
  await submit(url ?? '', card(number));
  const session = await harness.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });
  const intent = session.payment_intent as Stripe.PaymentIntent;
  return intent.latest_charge as Stripe.Charge;
}
const disputesOf = async ({ id }: Stripe.Charge) => (await harness.stripe.disputes.list({ charge: id })).data;
const operate = (path: string, form: Record<string, string> = {}) => submit(`${harness.origin}/operator/${path}`, form);

test.each([
  ['4000000000000259', 'fraudulent', 'needs_response'],
  ['4000000000002685', 'product_not_received', 'needs_response'],
  ['4000000000001976', 'general', 'warning_needs_response'],
])('%s is disputed as %s', async (number, reason, status) => {
  const charge = await paidWith(number);
  expect(charge.disputed).toBe(true);
  expect(await disputesOf(charge)).toMatchObject([
    { reason, status, amount: 1299, evidence_details: { due_by: expect.any(Number) } },
  ]);
});

test('evidence is given once; a bank’s word ends it; neither can be done again', async () => {
  const charge = await paidWith('4000000000000259');
  const [dispute] = await disputesOf(charge);
  const id = dispute?.id ?? '';
  const draft = await harness.stripe.disputes.update(id, { evidence: { customer_name: 'Ada' }, submit: false });
  expect(draft).toMatchObject({ status: 'needs_response', evidence: { customer_name: 'Ada' } });
  const given = await harness.stripe.disputes.update(id, {
    evidence: { uncategorized_text: 'It was read.' },
    submit: true,
  });
  expect(given).toMatchObject({ status: 'under_review', evidence_details: { submission_count: 1 } });
  await expect(harness.stripe.disputes.update(id, { evidence: { customer_name: 'Bea' } })).rejects.toThrow('no longer');
  await operate(`disputes/${id}/close`, { outcome: 'won' });
  expect((await harness.stripe.disputes.retrieve(id)).status).toBe('won');
  await expect(harness.stripe.disputes.close(id)).rejects.toThrow('already closed');
  await expect
    .poll(() =>
      receiver
        .types()
        .filter((type) => type.startsWith('charge.dispute'))
        .toSorted(),
    )
    .toEqual([
      'charge.dispute.closed',
      'charge.dispute.created',
      'charge.dispute.funds_reinstated',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.updated',
      'charge.dispute.updated',
    ]);
});

test.each(['won', 'lost'] as const)('words of test mode decide at once: %s', async (outcome) => {
  const [dispute] = await disputesOf(await paidWith('4000000000000259'));
  const text = outcome === 'won' ? 'winning_evidence' : 'losing_evidence';
  const decided = await harness.stripe.disputes.update(dispute?.id ?? '', { evidence: { uncategorized_text: text } });
  expect(decided.status).toBe(outcome);
});

test('what is with the bank cannot be refunded; what is only asked about, or was won, can', async () => {
  const disputed = await paidWith('4000000000000259');
  await expect(harness.stripe.refunds.create({ charge: disputed.id })).rejects.toMatchObject({
    code: 'charge_disputed',
  });
  const [dispute] = await disputesOf(disputed);
  await operate(`disputes/${dispute?.id}/close`, { outcome: 'won' });
  expect((await harness.stripe.refunds.create({ charge: disputed.id })).status).toBe('succeeded');
  const asked = await paidWith('4000000000001976');
  expect((await harness.stripe.refunds.create({ charge: asked.id })).status).toBe('succeeded');
});

test('the operator disputes a payment, by either kind', async () => {
  const charge = await paidWith('4242424242424242');
  expect((await operate('disputes', { charge: charge.id, reason: 'duplicate', kind: 'dispute' })).status).toBe(303);
  expect(await disputesOf(charge)).toMatchObject([{ reason: 'duplicate', status: 'needs_response' }]);
  expect((await operate('disputes', { charge: charge.id, reason: 'because', kind: 'dispute' })).status).toBe(400);
  const page = await (await fetch(`${harness.origin}/operator/payments/${String(charge.payment_intent)}`)).text();
  expect(page).toContain('The shop wins');
});

test('a refund fails afterwards, by card or by operator: its amount is there again', async () => {
  const failing = await paidWith('4000000000005126');
  const made = await harness.stripe.refunds.create({ charge: failing.id, amount: 500 });
  expect(made.status).toBe('succeeded');
  expect(await harness.stripe.refunds.retrieve(made.id)).toMatchObject({
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
  });
  expect((await harness.stripe.charges.retrieve(failing.id)).amount_refunded).toBe(0);
  const good = await paidWith('4242424242424242');
  const { id } = await harness.stripe.refunds.create({ charge: good.id });
  expect((await operate(`refunds/${id}/fail`)).status).toBe(303);
  expect((await harness.stripe.refunds.retrieve(id)).status).toBe('failed');
  expect((await operate(`refunds/${id}/fail`)).status).toBe(400);
  await expect.poll(() => receiver.types().filter((type) => type === 'refund.failed')).toHaveLength(2);
});

test('a refund that takes its time is pending first', async () => {
  const slow = await paidWith('4000000000007726');
  const made = await harness.stripe.refunds.create({ charge: slow.id });
  expect(made.status).toBe('pending');
  expect((await harness.stripe.refunds.retrieve(made.id)).status).toBe('succeeded');
});
