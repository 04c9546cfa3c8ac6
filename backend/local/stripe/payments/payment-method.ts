import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import { newId } from '../store/ids.ts';
import type { CardDetails } from './card-form.ts';
import { brandOf } from './test-cards.ts';

/** A card as the API tells of it: never its number or its check value. */
export function newPaymentMethod(card: CardDetails, created: number): Stripe.PaymentMethod {
  const brand = brandOf(card.number);
  return {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: toBillingDetails(card),
    card: {
      brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: brand,
      exp_month: card.expMonth,
      exp_year: card.expYear,
      fingerprint: createHash('sha256').update(card.number).digest('base64url').slice(0, 16),
      funding: 'credit',
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  };
}

const toBillingDetails = (card: CardDetails): Stripe.PaymentMethod.BillingDetails => ({
  address: { city: null, country: card.country, line1: null, line2: null, postal_code: null, state: null },
  email: card.email,
  name: card.name,
  phone: null,
  tax_id: null,
});
