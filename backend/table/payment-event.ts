import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** The inbox: one item per event of the payment provider, however often it is delivered. `handledAt` is set on success only. */
export const createPaymentEventEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'paymentEvent', version: '1' },
        attributes: {
          eventId: { type: 'string', required: true, readOnly: true },
          type: { type: 'string', required: true, readOnly: true },
          /** Absent where the event belongs to no order of ours. */
          tenantId: { type: 'string', readOnly: true },
          orderId: { type: 'string', readOnly: true },
          receivedAt: { type: 'string', required: true, readOnly: true },
          handledAt: { type: 'string' },
          /** Epoch seconds; far beyond the three days a provider retries for. */
          ttl: { type: 'number', required: true },
        },
        indexes: {
          byId: { pk: key('pk', 'STRIPEEVENT#${eventId}'), sk: key('sk', 'EVENT') },
        },
      },
      configurationOf(table),
    ),
);
