import { randomBytes } from 'node:crypto';
import type Stripe from 'stripe';
import { newId } from '../store/ids.ts';

interface NewCustomer {
  email?: string | null | undefined;
  name?: string | null | undefined;
  phone?: string | undefined;
  description?: string | undefined;
  address?: Stripe.Address | undefined;
  metadata?: Record<string, string> | undefined;
  test_clock?: string | undefined;
}

export const newCustomer = (input: NewCustomer, created: number): Stripe.Customer => ({
  id: newId('cus', 14),
  object: 'customer',
  address: input.address ?? null,
  balance: 0,
  created,
  currency: null,
  customer_account: null,
  default_source: null,
  delinquent: false,
  description: input.description ?? null,
  discount: null,
  email: input.email ?? null,
  invoice_prefix: randomBytes(4).toString('hex').toUpperCase(),
  invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
  livemode: false,
  metadata: input.metadata ?? {},
  name: input.name ?? null,
  next_invoice_sequence: 1,
  phone: input.phone ?? null,
  preferred_locales: [],
  shipping: null,
  tax_exempt: 'none',
  test_clock: input.test_clock ?? null,
});
