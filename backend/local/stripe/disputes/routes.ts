import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.ts';
import { noSuch } from '../api/faults.ts';
import { listPage } from '../api/list.ts';
import { pageParams, readParams, text } from '../api/params.ts';
import { route } from '../api/route.ts';
import { closeDispute } from './dispute.ts';
import { updateDispute, updateDisputeParams } from './evidence.ts';

const listParams = z.strictObject({
  ...pageParams,
  charge: text(200).optional(),
  payment_intent: text(200).optional(),
});

export const disputeRoutes = [
  route('GET', '/v1/disputes/{id}', (account, { ids: [id = ''] }) => requireDispute(account, id)),
  route('POST', '/v1/disputes/{id}', (account, { ids: [id = ''], params, request }) =>
    updateDispute(account, requireDispute(account, id), readParams(updateDisputeParams, params), request),
  ),
  route('POST', '/v1/disputes/{id}/close', (account, { ids: [id = ''] }) =>
    closeDispute(account, requireDispute(account, id), 'lost'),
  ),
  route('GET', '/v1/disputes', ({ objects }, { params }) => {
    const query = readParams(listParams, params);
    const match = { charge: query.charge, payment_intent: query.payment_intent };
    return listPage(objects, 'dispute', '/v1/disputes', query, match);
  }),
];

function requireDispute({ objects }: Account, id: string): Stripe.Dispute {
  const dispute = objects.find('dispute', id);
  if (!dispute) throw noSuch('dispute', id);
  return dispute;
}
