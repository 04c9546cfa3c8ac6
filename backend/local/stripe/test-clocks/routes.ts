import { z } from 'zod';
import type { Account } from '../account.ts';
import { noSuch } from '../api/faults.ts';
import { integer, readParams, text } from '../api/params.ts';
import { route } from '../api/route.ts';
import { advanceClock, newClock } from './clock.ts';

const createParams = z.strictObject({ frozen_time: integer({ min: 0 }), name: text(300).optional() });
const advanceParams = z.strictObject({ frozen_time: integer({ min: 0 }) });

export const testClockRoutes = [
  route('POST', '/v1/test_helpers/test_clocks', (account, { params }) => {
    const { frozen_time: frozenTime, name } = readParams(createParams, params);
    return account.objects.put(newClock(account, frozenTime, name ?? null));
  }),
  route('GET', '/v1/test_helpers/test_clocks/{id}', (account, { ids: [id = ''] }) => requireClock(account, id)),
  route('POST', '/v1/test_helpers/test_clocks/{id}/advance', (account, { ids: [id = ''], params, request }) =>
    advanceClock(account, requireClock(account, id), readParams(advanceParams, params).frozen_time, request),
  ),
  route('DELETE', '/v1/test_helpers/test_clocks/{id}', (account, { ids: [id = ''] }) => {
    requireClock(account, id);
    for (const customer of account.objects.page('customer', { match: { test_clock: id }, limit: 100 }).items) {
      for (const subscription of account.objects.page('subscription', { match: { customer: customer.id }, limit: 100 })
        .items)
        account.objects.delete(subscription.id);
      account.objects.delete(customer.id);
    }
    account.objects.delete(id);
    return { id, object: 'test_helpers.test_clock', deleted: true };
  }),
];

function requireClock({ objects }: Account, id: string) {
  const clock = objects.find('test_helpers.test_clock', id);
  if (!clock) throw noSuch('test_clock', id);
  return clock;
}
