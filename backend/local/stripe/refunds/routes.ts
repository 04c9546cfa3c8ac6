import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.ts';
import { noSuch } from '../api/faults.ts';
import { listPage } from '../api/list.ts';
import { mergeMetadata, metadata, pageParams, readParams, text } from '../api/params.ts';
import { route } from '../api/route.ts';
import { createRefund, createRefundParams } from './refund.ts';

const updateParams = z.strictObject({ metadata: metadata.optional() });
const listParams = z.strictObject({
  ...pageParams,
  charge: text(200).optional(),
  payment_intent: text(200).optional(),
});

export const refundRoutes = [
  route('POST', '/v1/refunds', (account, { params, request }) =>
    createRefund(account, readParams(createRefundParams, params), request),
  ),
  route('GET', '/v1/refunds/{id}', (account, { ids: [id = ''] }) => requireRefund(account, id)),
  route('POST', '/v1/refunds/{id}', (account, { ids: [id = ''], params, request }) => {
    const refund = requireRefund(account, id);
    const { metadata: change } = readParams(updateParams, params);
    const updated = account.objects.put({ ...refund, metadata: mergeMetadata(refund.metadata ?? {}, change) });
    account.events.record('refund.updated', updated, request);
    return updated;
  }),
  route('GET', '/v1/refunds', ({ objects }, { params }) => {
    const query = readParams(listParams, params);
    const match = { charge: query.charge, payment_intent: query.payment_intent };
    return listPage(objects, 'refund', '/v1/refunds', query, match);
  }),
];

function requireRefund({ objects }: Account, id: string): Stripe.Refund {
  const refund = objects.find('refund', id);
  if (!refund) throw noSuch('refund', id);
  return refund;
}
