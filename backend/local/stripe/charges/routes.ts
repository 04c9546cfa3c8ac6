import { z } from 'zod';
import { noSuch } from '../api/faults.ts';
import { listPage } from '../api/list.ts';
import { createdParam, pageParams, readParams, text } from '../api/params.ts';
import { route } from '../api/route.ts';

const listParams = z.strictObject({
  ...pageParams,
  created: createdParam,
  customer: text(200).optional(),
  payment_intent: text(200).optional(),
});

export const chargeRoutes = [
  route('GET', '/v1/charges/{id}', ({ objects }, { ids: [id = ''] }) => {
    const charge = objects.find('charge', id);
    if (!charge) throw noSuch('charge', id);
    return charge;
  }),
  route('GET', '/v1/charges', ({ objects }, { params }) => {
    const query = readParams(listParams, params);
    const match = { customer: query.customer, payment_intent: query.payment_intent };
    return listPage(objects, 'charge', '/v1/charges', query, match);
  }),
];
