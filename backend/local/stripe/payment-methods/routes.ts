import { z } from 'zod';
import { noSuch } from '../api/faults.ts';
import { readParams, text } from '../api/params.ts';
import { route } from '../api/route.ts';
import { attachTo, requirePaymentMethod } from './find.ts';

const attachParams = z.strictObject({ customer: text(200) });

export const paymentMethodRoutes = [
  route('GET', '/v1/payment_methods/{id}', (account, { ids: [id = ''] }) => requirePaymentMethod(account, id)),
  route('POST', '/v1/payment_methods/{id}/attach', (account, { ids: [id = ''], params }) => {
    const { customer } = readParams(attachParams, params);
    if (!account.objects.find('customer', customer)) throw noSuch('customer', customer, 'customer');
    return attachTo(account, requirePaymentMethod(account, id), customer);
  }),
];
