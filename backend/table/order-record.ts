import { Address, OrderLineView, OrderState, Renewal, TaxLine } from '@tessera/contracts/api/checkout.ts';
import { WorkKind } from '@tessera/contracts/api/common.ts';
import { TenantTheme } from '@tessera/contracts/tenant.ts';
import { z } from 'zod';
import { DisputeRecord } from './dispute-record.ts';
import { Withdrawn } from './refund-record.ts';

const Minor = z.string().regex(/^-?\d+$/);

/** A line as it was agreed, with all that invoice, library and mail say of it later. */
export const OrderLine = OrderLineView.extend({
  slug: z.string(),
  kind: WorkKind,
  makers: z.string(),
  licence: z.string(),
  taxCode: z.string(),
  /** Whether the line is taken off a stock. */
  stocked: z.boolean(),
  interval: z.enum(['month', 'year']).exactOptional(),
  priceListId: z.string(),
  /** Its share of the order's discounts; absent where it has none. */
  discountMinor: Minor.exactOptional(),
  /** The same of each renewal. */
  renewalDiscountMinor: Minor.exactOptional(),
  /** What one piece adds to the token balance. */
  tokens: z.object({ amount: z.int().positive(), validMonths: z.int().positive() }).exactOptional(),
});
export type OrderLine = z.infer<typeof OrderLine>;

/** A discount as it was agreed, and what it claims while the order may still be paid. */
export const OrderDiscount = z.object({
  discountId: z.string(),
  name: z.string(),
  code: z.string().exactOptional(),
  amountMinor: Minor,
  freeDelivery: z.boolean(),
  /** How often it can be used in all; absent where that is counted only. */
  cap: z.int().exactOptional(),
  perCustomer: z.boolean(),
  singleUse: z.boolean(),
});
export type OrderDiscount = z.infer<typeof OrderDiscount>;

export const FrozenOrder = z.object({
  lines: z.array(OrderLine),
  priceMode: z.enum(['inclusive', 'exclusive']),
  subtotalMinor: Minor,
  discountMinor: Minor,
  deliveryMinor: Minor,
  taxMinor: Minor,
  roundingAdjustmentMinor: Minor,
  taxLines: z.array(TaxLine),
  discounts: z.array(OrderDiscount).exactOptional(),
  /** What each part of the order, a line or `delivery`, was taxed on in each of the tax lines: refunds in parts go by it. */
  taxShares: z
    .array(z.object({ part: z.string(), taxLine: z.int().nonnegative(), taxableMinor: Minor }))
    .exactOptional(),
  /** What its subscription goes on costing, and the taxes in that. */
  renewal: Renewal.extend({ taxLines: z.array(TaxLine) }).exactOptional(),
  /** The order whose subscription this one renews. */
  renewalOf: z.string().exactOptional(),
  address: Address,
  locale: z.string(),
  shop: z.object({
    name: z.string(),
    legalName: z.string(),
    country: z.string(),
    supportEmail: z.string(),
    /** What the payment page wears. */
    theme: TenantTheme.pick({ face: true, accent: true, radius: true }).optional(),
  }),
  /** Where the shop stood, and the path prefix of the buyer's language there. */
  origin: z.string(),
  localePrefix: z.string(),
});
export type FrozenOrder = z.infer<typeof FrozenOrder>;

export const OrderRecord = z.object({
  tenantId: z.string(),
  orderId: z.string(),
  userId: z.string(),
  placedAt: z.string(),
  number: z.string(),
  email: z.string(),
  currency: z.string(),
  totalMinor: Minor,
  itemCount: z.int(),
  hash: z.string(),
  frozen: FrozenOrder,
  cartId: z.string(),
  expiresAt: z.string(),
  revision: z.int(),
  state: OrderState,
  stockHeld: z.boolean(),
  /** Whether its discounts count as used. */
  discountsHeld: z.boolean().exactOptional(),
  timeline: z.array(z.object({ at: z.string(), what: z.string(), detail: z.string().exactOptional() })),
  sessionId: z.string().exactOptional(),
  sessionUrl: z.string().exactOptional(),
  paymentIntentId: z.string().exactOptional(),
  subscriptionId: z.string().exactOptional(),
  paidAt: z.string().exactOptional(),
  review: z.string().exactOptional(),
  refundId: z.string().exactOptional(),
  refundedMinor: Minor.exactOptional(),
  refundCount: z.int().exactOptional(),
  dispute: DisputeRecord.exactOptional(),
  /** Tokens that a lost claim took out of the buyer's wallet: as many come back if the bank changes its mind. */
  withdrawn: Withdrawn.exactOptional(),
  invoiceNumber: z.string().exactOptional(),
  receiptSentAt: z.string().exactOptional(),
});
export type OrderRecord = z.infer<typeof OrderRecord>;
