import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** What renews, as the payment provider last told. One order begins at most one. */
export const createSubscriptionEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'subscription', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          userId: { type: 'string', required: true, readOnly: true },
          orderId: { type: 'string', required: true, readOnly: true },
          /** What the provider calls it. */
          providerId: { type: 'string', required: true, readOnly: true },
          startedAt: { type: 'string', required: true, readOnly: true },
          /** What the lines said when they were bought. */
          lines: { type: 'any', required: true, readOnly: true },
          renewal: { type: 'any', required: true, readOnly: true },
          /** Rises with each change; every write checks it. */
          revision: { type: 'number', required: true },
          state: { type: ['active', 'ending', 'past_due', 'ended'] as const, required: true },
          periodEnd: { type: 'string', required: true },
          validUntil: { type: 'string', required: true },
        },
        indexes: {
          ofUser: { pk: key('pk', 'TENANT#${tenantId}#USER#${userId}'), sk: key('sk', 'SUBSCRIPTION#${orderId}') },
          ofOrder: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#ORDER#${orderId}'),
            sk: key('gsi1sk', 'SUBSCRIPTION'),
          },
          ofTenant: {
            index: 'gsi2',
            pk: key('gsi2pk', 'TENANT#${tenantId}#SUBSCRIPTIONS'),
            sk: key('gsi2sk', '${periodEnd}#${orderId}'),
          },
        },
      },
      configurationOf(table),
    ),
);
