import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { MoneyWire } from '../money.ts';
import { OrderView } from './checkout.ts';
import { DisputeView } from './disputes.ts';

/** A line of an order, or its `delivery`, and the tax in what is said of it. */
const RefundPart = z.object({ id: z.string(), quantity: z.int().nonnegative(), gross: MoneyWire, tax: MoneyWire });

export const RefundView = z
  .object({
    /** The n-th of its order. */
    n: z.int().positive(),
    state: z.enum(['requested', 'succeeded', 'failed']),
    amount: MoneyWire,
    /** With `quantity` 0: money alone. */
    parts: z.array(RefundPart),
    restock: z.boolean(),
    reason: z.string().optional(),
    requestedAt: z.iso.datetime(),
    /** User id, or `provider` for one that was made in the payment provider's dashboard. */
    requestedBy: z.string(),
    settledAt: z.iso.datetime().optional(),
    /** The provider's word for why it failed. */
    failure: z.string().optional(),
    creditNoteNumber: z.string().optional(),
  })
  .meta({ id: 'Refund' });

export const RefundWish = z
  .object({
    lines: z.array(z.object({ lineId: z.string().max(80), quantity: z.int() })).max(100),
    /** All that is left of the delivery. */
    delivery: z.boolean(),
    /** Money for nothing in particular, beyond lines and delivery. */
    amount: MoneyWire.optional(),
  })
  .meta({ id: 'RefundWish' });

export const RefundPreview = z
  .object({
    amount: MoneyWire,
    parts: z.array(RefundPart),
    /** What goes back of each of the order's taxes. */
    taxes: z.array(z.object({ label: z.string(), amount: MoneyWire })),
    /** What can be refunded afterwards. */
    left: MoneyWire,
  })
  .meta({ id: 'RefundPreview' });

export const AdminOrder = OrderView.extend({
  refunds: z.array(RefundView),
  /** What no refund has given back or holds; `refusal` says why nothing can be refunded now. */
  refundable: z.object({
    amount: MoneyWire,
    parts: z.array(RefundPart),
    refusal: z.enum(['not_paid', 'order_disputed', 'under_review', 'nothing_left']).optional(),
  }),
  /** The latest claim of a bank against its payment. */
  dispute: DisputeView.optional(),
  payment: z.object({
    paidAt: z.iso.datetime().optional(),
    intentId: z.string().optional(),
    subscriptionId: z.string().optional(),
    refunded: MoneyWire,
    /** Why a person must look at it: `amount`, `hash` or `late`. */
    review: z.string().optional(),
  }),
}).meta({ id: 'AdminOrder' });

const id = z.object({ id: z.string().max(80) });

export const refundsApi = {
  previewRefund: endpoint({
    method: 'post',
    path: '/api/admin/orders/{id}/refunds/preview',
    summary: 'What a refund would give back, to the last minor unit; nothing is refunded',
    params: id,
    body: RefundWish,
    ok: { 200: RefundPreview },
    errors: [401, 403, 404, 409],
    security: 'role',
  }),
  refund: endpoint({
    method: 'post',
    path: '/api/admin/orders/{id}/refunds',
    summary: 'Refunds lines, delivery or an amount: written down at once, and asked of the payment provider then',
    params: id,
    headers: z.object({ 'idempotency-key': z.string().min(8).max(100) }),
    body: RefundWish.extend({
      /** What the preview said; another amount by now is a conflict. */
      expected: MoneyWire,
      /** Whether the pieces of physical goods go back on the shelf. */
      restock: z.boolean(),
      reason: z.string().trim().max(500).optional(),
    }),
    ok: { 202: RefundView },
    errors: [401, 403, 404, 409],
    security: 'role',
  }),
};
