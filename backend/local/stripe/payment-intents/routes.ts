import { z } from 'zod';
import { noSuch } from '../api/faults.ts';
import { listPage } from '../api/list.ts';
import { pageParams, readParams, text } from '../api/params.ts';
import { route } from '../api/route.ts';

const listParams = z.strictObject({ ...pageParams, customer: text(200).optional() });

export const paymentIntentRoutes = [
  route('GET', '/v1/payment_intents/{id}', ({ objects }, { ids: [id = ''] }) => {
    const intent = objects.find('payment_intent', id);
    if (!intent) throw noSuch('payment_intent', id, 'intent');
    return intent;
  }),
  route('GET', '/v1/payment_intents', ({ objects }, { params }) => {
    const query = readParams(listParams, params);
    return listPage(objects, 'payment_intent', '/v1/payment_intents', query, { customer: query.customer });
  }),
];
