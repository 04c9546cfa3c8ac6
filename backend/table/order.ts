import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/**
 * An order is one item. What was agreed (`frozen`, `hash`) never changes; what happens to it changes under `revision`, which every
 * write checks. Amounts are decimal strings of minor units.
 */
export const createOrderEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'order', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          orderId: { type: 'string', required: true, readOnly: true },
          userId: { type: 'string', required: true, readOnly: true },
          placedAt: { type: 'string', required: true, readOnly: true },
          number: { type: 'string', required: true, readOnly: true },
          email: { type: 'string', required: true, readOnly: true },
          currency: { type: 'string', required: true, readOnly: true },
          totalMinor: { type: 'string', required: true, readOnly: true },
          itemCount: { type: 'number', required: true, readOnly: true },
          hash: { type: 'string', required: true, readOnly: true },
          frozen: { type: 'any', required: true, readOnly: true },
          cartId: { type: 'string', required: true, readOnly: true },
          /** After this the hosted page takes no payment. */
          expiresAt: { type: 'string', required: true, readOnly: true },
          revision: { type: 'number', required: true },
          state: { type: 'string', required: true },
          /** Whether its lines are taken off the stock. */
          stockHeld: { type: 'boolean', required: true },
          /** Whether its discounts count as used. */
          discountsHeld: { type: 'boolean' },
          timeline: { type: 'any', required: true },
          sessionId: { type: 'string' },
          sessionUrl: { type: 'string' },
          paymentIntentId: { type: 'string' },
          /** What the provider calls the subscription it began. */
          subscriptionId: { type: 'string' },
          paidAt: { type: 'string' },
          /** Why a person must look at it. */
          review: { type: 'string' },
          refundId: { type: 'string' },
          /** Sum of the refunds that succeeded. */
          refundedMinor: { type: 'string' },
          /** How many refunds were ever requested or heard of: the last one's number. */
          refundCount: { type: 'number' },
          /** The bank's claim against the payment, and what the shop says to it. */
          dispute: { type: 'any' },
          /** Tokens that a lost claim took. */
          withdrawn: { type: 'any' },
          invoiceNumber: { type: 'string' },
          receiptSentAt: { type: 'string' },
        },
        indexes: {
          byId: { pk: key('pk', 'TENANT#${tenantId}#ORDER#${orderId}'), sk: key('sk', 'ORDER') },
          ofTenant: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#ORDERS'),
            sk: key('gsi1sk', '${placedAt}#${orderId}'),
          },
          ofUser: {
            index: 'gsi2',
            pk: key('gsi2pk', 'TENANT#${tenantId}#USER#${userId}#ORDERS'),
            sk: key('gsi2sk', '${placedAt}#${orderId}'),
          },
        },
      },
      configurationOf(table),
    ),
);
