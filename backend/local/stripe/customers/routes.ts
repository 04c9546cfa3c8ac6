import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.ts';
import { noSuch } from '../api/faults.ts';
import { listPage } from '../api/list.ts';
import { email, mergeMetadata, metadata, pageParams, readParams, text } from '../api/params.ts';
import { route } from '../api/route.ts';
import { attachTo, requirePaymentMethod } from '../payment-methods/find.ts';
import { addressParams, toAddress } from './address.ts';
import { newCustomer } from './customer.ts';

const writeParams = z.strictObject({
  email: email.optional(),
  name: text(256).optional(),
  phone: text(20).optional(),
  description: text().optional(),
  address: addressParams.optional(),
  metadata: metadata.optional(),
  invoice_settings: z.strictObject({ default_payment_method: text(200) }).optional(),
});
const createParams = writeParams.extend({ test_clock: text(200).optional(), payment_method: text(200).optional() });
const listParams = z.strictObject({ ...pageParams, email: text(512).optional() });

export const customerRoutes = [
  route('POST', '/v1/customers', (account, { params, request }) => {
    const { address, payment_method: method, invoice_settings: settings, ...input } = readParams(createParams, params);
    if (input.test_clock !== undefined && !account.objects.find('test_helpers.test_clock', input.test_clock))
      throw noSuch('test_clock', input.test_clock, 'test_clock');
    const customer = newCustomer({ ...input, address: address && toAddress(address) }, account.now());
    if (method !== undefined) keepCard(account, customer, method, settings !== undefined);
    account.objects.put(customer);
    account.events.record('customer.created', customer, request);
    return customer;
  }),
  route('GET', '/v1/customers/{id}', (account, { ids: [id = ''] }) => requireCustomer(account, id)),
  route('POST', '/v1/customers/{id}', (account, { ids: [id = ''], params, request }) => {
    const customer = requireCustomer(account, id);
    const { metadata: change, address, invoice_settings: settings, ...input } = readParams(writeParams, params);
    if (settings) keepCard(account, customer, settings.default_payment_method, true);
    const updated: Stripe.Customer = {
      ...customer,
      email: input.email ?? customer.email,
      name: input.name ?? customer.name ?? null,
      phone: input.phone ?? customer.phone ?? null,
      description: input.description ?? customer.description,
      ...(address ? { address: toAddress(address) } : {}),
      metadata: mergeMetadata(customer.metadata, change),
    };
    account.objects.put(updated);
    account.events.record('customer.updated', updated, request);
    return updated;
  }),
  route('DELETE', '/v1/customers/{id}', (account, { ids: [id = ''], request }) => {
    const customer = requireCustomer(account, id);
    account.objects.delete(id);
    account.events.record('customer.deleted', customer, request);
    return { id, object: 'customer', deleted: true };
  }),
  route('GET', '/v1/customers', ({ objects }, { params }) => {
    const query = readParams(listParams, params);
    return listPage(objects, 'customer', '/v1/customers', query, { email: query.email });
  }),
];

function requireCustomer({ objects }: Account, id: string): Stripe.Customer {
  const customer = objects.find('customer', id);
  if (!customer) throw noSuch('customer', id);
  return customer;
}

/** The card joins the customer; as its default, it pays what falls due. */
function keepCard(account: Account, customer: Stripe.Customer, id: string, asDefault: boolean): void {
  const method = attachTo(account, requirePaymentMethod(account, id), customer.id);
  if (asDefault) customer.invoice_settings = { ...customer.invoice_settings, default_payment_method: method.id };
}
