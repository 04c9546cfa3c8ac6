import { z } from 'zod';
import type { Account } from '../account.ts';
import { invalid, noSuch } from '../api/faults.ts';
import { listPage, toList } from '../api/list.ts';
import { integer, mergeMetadata, metadata, pageParams, readParams, text } from '../api/params.ts';
import { route } from '../api/route.ts';
import { createSession } from './create.ts';
import { expireSession, findSession } from './session.ts';
import { createSessionParams } from './params.ts';

const updateParams = z.strictObject({ metadata: metadata.optional() });
const none = z.strictObject({});
const listParams = z.strictObject({
  ...pageParams,
  customer: text(200).optional(),
  payment_intent: text(200).optional(),
  status: z.enum(['open', 'complete', 'expired']).optional(),
});
const linePage = z.strictObject({ ...pageParams, limit: integer({ min: 1, max: 100 }).default(10) });

export const checkoutSessionRoutes = [
  route('POST', '/v1/checkout/sessions', (account, { params }) =>
    createSession(account, readParams(createSessionParams, params)),
  ),
  route('GET', '/v1/checkout/sessions/{id}', (account, { ids: [id = ''] }) => requireSession(account, id)),
  route('POST', '/v1/checkout/sessions/{id}', (account, { ids: [id = ''], params }) => {
    const session = requireSession(account, id);
    const { metadata: change } = readParams(updateParams, params);
    return account.objects.put({ ...session, metadata: mergeMetadata(session.metadata ?? {}, change) });
  }),
  route('POST', '/v1/checkout/sessions/{id}/expire', (account, { ids: [id = ''], params, request }) => {
    readParams(none, params);
    const session = requireSession(account, id);
    if (session.status !== 'open')
      throw invalid(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
      );
    return expireSession(account, session, request);
  }),
  route('GET', '/v1/checkout/sessions/{id}/line_items', (account, { ids: [id = ''], params }) => {
    requireSession(account, id);
    const query = readParams(linePage, params);
    const lines = account.objects.children(id, 'item');
    const start =
      query.starting_after === undefined ? 0 : lines.findIndex((line) => line.id === query.starting_after) + 1;
    const page = lines.slice(start, start + query.limit);
    return toList(page, `/v1/checkout/sessions/${id}/line_items`, start + query.limit < lines.length);
  }),
  route('GET', '/v1/checkout/sessions', ({ objects }, { params }) => {
    const query = readParams(listParams, params);
    const match = { customer: query.customer, payment_intent: query.payment_intent, status: query.status };
    return listPage(objects, 'checkout.session', '/v1/checkout/sessions', query, match);
  }),
];

function requireSession(account: Account, id: string) {
  const session = findSession(account, id);
  if (!session) throw noSuch('checkout.session', id);
  return session;
}
