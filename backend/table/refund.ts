import { CustomAttributeType, Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';
import type { RefundRecord } from './refund-record.ts';

/**
 * Money that goes back to a buyer: written before the provider is asked, in one transaction with its order's revision. Read through
 * `RefundRecord`. The index by state finds those whose answer was never heard.
 */
export const createRefundEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'refund', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          orderId: { type: 'string', required: true, readOnly: true },
          n: { type: 'number', required: true, readOnly: true, padding: { length: 4, char: '0' } },
          key: { type: 'string', required: true, readOnly: true },
          state: { type: ['requested', 'succeeded', 'failed'] as const, required: true },
          currency: { type: 'string', required: true, readOnly: true },
          amountMinor: { type: 'string', required: true, readOnly: true },
          shares: { type: CustomAttributeType<RefundRecord['shares']>('any'), required: true, readOnly: true },
          restock: { type: 'boolean', required: true, readOnly: true },
          reason: { type: 'string', readOnly: true },
          requestedAt: { type: 'string', required: true, readOnly: true },
          requestedBy: { type: 'string', required: true, readOnly: true },
          providerId: { type: 'string' },
          settledAt: { type: 'string' },
          failure: { type: 'string' },
          withdrawn: { type: CustomAttributeType<NonNullable<RefundRecord['withdrawn']>>('any') },
          shelved: { type: CustomAttributeType<NonNullable<RefundRecord['shelved']>>('any') },
          creditNoteNumber: { type: 'string' },
          /** The invoice that took that note back. */
          cancelledBy: { type: 'string' },
          /** When the buyer was sent the credit note. */
          noticeSentAt: { type: 'string' },
        },
        indexes: {
          ofOrder: { pk: key('pk', 'TENANT#${tenantId}#ORDER#${orderId}'), sk: key('sk', 'REFUND#${n}') },
          byState: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#REFUNDS#${state}'),
            sk: key('gsi1sk', '${requestedAt}#${orderId}#${n}'),
          },
        },
      },
      configurationOf(table),
    ),
);
