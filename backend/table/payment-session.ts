import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** From what the payment provider calls a payment (its checkout session, its payment intent, its subscription) to the order it is for. */
export const createPaymentSessionEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'paymentSession', version: '1' },
        attributes: {
          providerId: { type: 'string', required: true, readOnly: true },
          tenantId: { type: 'string', required: true, readOnly: true },
          orderId: { type: 'string', required: true, readOnly: true },
        },
        indexes: {
          byId: { pk: key('pk', 'STRIPESESSION#${providerId}'), sk: key('sk', 'SESSION') },
        },
      },
      configurationOf(table),
    ),
);
