import type Stripe from 'stripe';
import type { Account } from '../account.ts';
import { invalid, noSuch } from '../api/faults.ts';
import { readCoupon, takeOff } from '../coupons/redeem.ts';
import { requireChargeable } from '../currency.ts';
import { newId } from '../store/ids.ts';
import { createLines } from './lines.ts';
import type { CreateSessionParams } from './params.ts';

const minutes = 60;
const hours = 60 * minutes;

/** Opens a session: its lines are priced here and now, and its total never changes afterwards. */
export function createSession(account: Account, input: CreateSessionParams): Stripe.Checkout.Session {
  const now = account.now();
  const customer = readCustomer(account, input);
  const expiresAt = readExpiry(input.expires_at, now);
  requireFitting(input);
  const priced = createLines(account, input.line_items, input.mode);
  const currency = priced[0]?.currency ?? 'usd';
  const coupon = readCoupon(account, input.discounts?.[0]?.coupon, currency);
  const lines = takeOff(priced, coupon);
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  const subtotal = lines.reduce((sum, line) => sum + line.amount_subtotal, 0);
  requireChargeable(total, currency, 'line_items');
  const id = newId('cs_test', 58);
  const session: Stripe.Checkout.Session = {
    ...fixed,
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: input.adaptive_pricing?.enabled ?? false },
    amount_subtotal: subtotal,
    amount_total: total,
    billing_address_collection: input.billing_address_collection ?? null,
    branding_settings: toBranding(input.branding_settings, new URL(input.success_url).hostname),
    cancel_url: input.cancel_url ?? null,
    client_reference_id: input.client_reference_id ?? null,
    created: now,
    currency,
    custom_text: toCustomText(input.custom_text),
    customer: customer?.id ?? null,
    customer_creation: input.mode === 'subscription' ? null : (input.customer_creation ?? 'if_required'),
    customer_details: toCustomerDetails(input.customer_email ?? customer?.email ?? null),
    customer_email: input.customer_email ?? null,
    discounts: coupon ? [{ coupon: coupon.id, promotion_code: null }] : [],
    expires_at: expiresAt,
    locale: input.locale ?? null,
    metadata: input.metadata ?? {},
    mode: input.mode,
    submit_type: input.submit_type ?? null,
    success_url: input.success_url,
    total_details: { amount_discount: subtotal - total, amount_shipping: 0, amount_tax: 0 },
    url: `${account.publicOrigin}/c/pay/${id}`,
  };
  account.objects.put(session);
  for (const line of lines) account.objects.put(line, id);
  if (input.subscription_data) account.subscriptionData.set(id, input.subscription_data);
  if (input.payment_intent_data) account.paymentIntentData.set(id, input.payment_intent_data);
  return session;
}

/** Fields that are the same for each session this server makes. */
const fixed = {
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  client_secret: null,
  collected_information: { business_name: null, individual_name: null, shipping_details: null },
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  customer_account: null,
  integration_identifier: null,
  invoice: null,
  invoice_creation: {
    enabled: false,
    invoice_data: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: null,
      metadata: {},
      rendering_options: null,
    },
  },
  livemode: false,
  managed_payments: { enabled: false },
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_collection: 'if_required',
  payment_method_configuration_details: null,
  payment_method_options: { card: { request_three_d_secure: 'automatic' } },
  payment_method_types: ['card'],
  payment_status: 'unpaid',
  permissions: null,
  phone_number_collection: { enabled: false },
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  status: 'open',
  subscription: null,
  ui_mode: 'hosted_page',
  wallet_options: null,
} satisfies Partial<Stripe.Checkout.Session>;

function readCustomer({ objects }: Account, input: CreateSessionParams): Stripe.Customer | undefined {
  if (input.customer === undefined) return undefined;
  if (input.customer_email !== undefined)
    throw invalid('You may only specify one of these parameters: customer, customer_email.', 'customer_email');
  const customer = objects.find('customer', input.customer);
  if (!customer) throw noSuch('customer', input.customer, 'customer');
  return customer;
}

/** Parameters that belong to one mode and are refused in the other. */
function requireFitting(input: CreateSessionParams): void {
  if (input.discounts && input.allow_promotion_codes !== undefined)
    throw invalid('You may only specify one of these parameters: allow_promotion_codes, discounts.', 'discounts');
  const wrong =
    input.mode === 'subscription'
      ? (['payment_intent_data', 'customer_creation', 'submit_type'] as const)
      : (['subscription_data'] as const);
  const found = wrong.find((name) => input[name] !== undefined);
  if (found) throw invalid(`You can not pass \`${found}\` in \`${input.mode}\` mode.`, found);
}

function readExpiry(expiresAt: number | undefined, now: number): number {
  if (expiresAt === undefined) return now + 24 * hours;
  if (expiresAt < now + 30 * minutes)
    throw invalid(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      'expires_at',
    );
  if (expiresAt > now + 24 * hours)
    throw invalid(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      'expires_at',
    );
  return expiresAt;
}

const toBranding = (
  input: CreateSessionParams['branding_settings'],
  host: string,
): Stripe.Checkout.Session.BrandingSettings => ({
  background_color: input?.background_color ?? '#ffffff',
  border_style: input?.border_style ?? 'rounded',
  button_color: input?.button_color ?? '#3f3cbb',
  display_name: input?.display_name ?? host,
  font_family: input?.font_family ?? 'default',
  icon: null,
  logo: null,
});

const toCustomText = (input: CreateSessionParams['custom_text']): Stripe.Checkout.Session.CustomText => ({
  after_submit: input?.after_submit ?? null,
  shipping_address: null,
  submit: input?.submit ?? null,
  terms_of_service_acceptance: null,
});

const toCustomerDetails = (email: string | null): Stripe.Checkout.Session.CustomerDetails | null =>
  email === null
    ? null
    : {
        address: null,
        business_name: null,
        email,
        individual_name: null,
        name: null,
        phone: null,
        tax_exempt: 'none',
        tax_ids: null,
      };
