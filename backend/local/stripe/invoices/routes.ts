import { z } from 'zod';
import { noSuch } from '../api/faults.ts';
import { listPage } from '../api/list.ts';
import { pageParams, readParams, text } from '../api/params.ts';
import { route } from '../api/route.ts';
import { toList } from '../api/list.ts';

const listParams = z.strictObject({
  ...pageParams,
  customer: text(200).optional(),
  status: z.enum(['open', 'paid']).optional(),
  subscription: text(200).optional(),
});
const paymentParams = z.strictObject({ ...pageParams, invoice: text(200) });

export const invoiceRoutes = [
  route('GET', '/v1/invoices/{id}', ({ objects }, { ids: [id = ''] }) => {
    const invoice = objects.find('invoice', id);
    if (!invoice) throw noSuch('invoice', id);
    return invoice;
  }),
  route('GET', '/v1/invoices', ({ objects }, { params }) => {
    const { customer, status, subscription, ...query } = readParams(listParams, params);
    const match = { customer, status, 'parent.subscription_details.subscription': subscription };
    return listPage(objects, 'invoice', '/v1/invoices', query, match);
  }),
  route('GET', '/v1/invoice_payments', ({ objects }, { params }) => {
    const { invoice } = readParams(paymentParams, params);
    return toList(objects.children(invoice, 'invoice_payment'), '/v1/invoice_payments');
  }),
];
