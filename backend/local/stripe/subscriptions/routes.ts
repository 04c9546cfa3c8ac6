import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.ts';
import { ApiFault, invalid, noSuch } from '../api/faults.ts';
import { listPage } from '../api/list.ts';
import { bool, integer, mergeMetadata, metadata, pageParams, readParams, text } from '../api/params.ts';
import { route } from '../api/route.ts';
import { at, timeOf } from '../billing/time.ts';
import { payInvoice } from '../invoices/pay-invoice.ts';
import { requirePaymentMethod } from '../payment-methods/find.ts';
import { endSubscription } from './end.ts';
import { startSubscription } from './start.ts';

const createParams = z.strictObject({
  customer: text(200),
  items: z
    .array(z.strictObject({ price: text(200), quantity: integer({ min: 1 }).default(1) }))
    .min(1)
    .max(20),
  default_payment_method: text(200).optional(),
  description: text(500).optional(),
  metadata: metadata.optional(),
});
const updateParams = z.strictObject({
  cancel_at_period_end: bool.optional(),
  default_payment_method: text(200).optional(),
  metadata: metadata.optional(),
});
const statuses = ['active', 'past_due', 'canceled'] as const;
const listParams = z.strictObject({
  ...pageParams,
  customer: text(200).optional(),
  price: text(200).optional(),
  status: z.enum([...statuses, 'all']).optional(),
});

export const subscriptionRoutes = [
  route('POST', '/v1/subscriptions', (account, { params }) => create(account, readParams(createParams, params))),
  route('GET', '/v1/subscriptions/{id}', (account, { ids: [id = ''] }) => requireSubscription(account, id)),
  route('POST', '/v1/subscriptions/{id}', (account, { ids: [id = ''], params, request }) =>
    update(account, requireSubscription(account, id), readParams(updateParams, params), request),
  ),
  route('DELETE', '/v1/subscriptions/{id}', (account, { ids: [id = ''], request }) => {
    const subscription = requireSubscription(account, id);
    if (subscription.status === 'canceled') throw noSuch('subscription', id);
    return endSubscription(
      at(account, timeOf(account, subscription.customer)),
      subscription,
      'cancellation_requested',
      request,
    );
  }),
  route('GET', '/v1/subscriptions', ({ objects }, { params }) => {
    const { customer, status, ...query } = readParams(listParams, params);
    const wanted = status === undefined ? ['active', 'past_due'] : status === 'all' ? statuses : status;
    return listPage(objects, 'subscription', '/v1/subscriptions', query, { customer, status: wanted });
  }),
];

function create(account: Account, input: z.infer<typeof createParams>): Stripe.Subscription {
  const customer = account.objects.find('customer', input.customer);
  if (!customer) throw noSuch('customer', input.customer, 'customer');
  const items = input.items.map(({ price: id, quantity }, index) => {
    const price = account.objects.find('price', id);
    if (!price) throw noSuch('price', id, `items[${index}][price]`);
    if (!price.recurring)
      throw invalid(
        'The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.',
        `items[${index}][price]`,
      );
    return { price, quantity };
  });
  const own = input.default_payment_method && requirePaymentMethod(account, input.default_payment_method);
  const method =
    own ?? account.objects.find('payment_method', String(customer.invoice_settings.default_payment_method));
  if (!method)
    throw new ApiFault({
      code: 'resource_missing',
      message: 'This customer has no attached payment source or default payment method.',
    });
  const then = at(account, timeOf(account, customer.id));
  const { subscription, invoice } = startSubscription(then, {
    customer: customer.id,
    items,
    metadata: input.metadata ?? {},
    description: input.description,
    defaultPaymentMethod: own ? own.id : null,
  });
  if (payInvoice(then, invoice, method).paid) return subscription;
  throw new ApiFault({ type: 'card_error', status: 402, code: 'card_declined', message: 'Your card was declined.' });
}

function update(
  account: Account,
  subscription: Stripe.Subscription,
  { cancel_at_period_end: cancel, default_payment_method: method, metadata: change }: z.infer<typeof updateParams>,
  request: Stripe.Event.Request,
): Stripe.Subscription {
  if (subscription.status === 'canceled')
    throw invalid('A canceled subscription can only update its cancellation_details and metadata.');
  const now = timeOf(account, subscription.customer);
  const ending = cancel ?? subscription.cancel_at_period_end;
  const updated = account.objects.put<Stripe.Subscription>({
    ...subscription,
    cancel_at_period_end: ending,
    cancel_at: ending ? (subscription.items.data[0]?.current_period_end ?? null) : null,
    canceled_at: ending ? (subscription.canceled_at ?? now) : null,
    ...(method === undefined ? {} : { default_payment_method: requirePaymentMethod(account, method).id }),
    metadata: mergeMetadata(subscription.metadata, change),
  });
  account.events.record('customer.subscription.updated', updated, request);
  return updated;
}

function requireSubscription({ objects }: Account, id: string): Stripe.Subscription {
  const subscription = objects.find('subscription', id);
  if (!subscription) throw noSuch('subscription', id);
  return subscription;
}
