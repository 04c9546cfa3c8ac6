import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** One person's right to one product's files. */
export const createEntitlementEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'entitlement', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          userId: { type: 'string', required: true, readOnly: true },
          productId: { type: 'string', required: true, readOnly: true },
          lineId: { type: 'string', required: true, readOnly: true },
          entitlementId: { type: 'string', required: true, readOnly: true },
          orderId: { type: 'string', required: true, readOnly: true },
          state: { type: ['granted', 'suspended', 'revoked'] as const, required: true },
          grantedAt: { type: 'string', required: true },
          /** A right bought for a time ends here. */
          endsAt: { type: 'string' },
          /** How it was come by, where not by buying it. */
          via: { type: ['tokens', 'pass'] as const },
          /** The right it stands and falls with. */
          pass: { type: 'any' },
          /** What the line said when it was bought. */
          line: { type: 'any', required: true },
        },
        indexes: {
          ofUser: {
            pk: key('pk', 'TENANT#${tenantId}#USER#${userId}'),
            sk: key('sk', 'ENTITLEMENT#${productId}#${lineId}'),
          },
          ofOrder: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#ORDER#${orderId}'),
            sk: key('gsi1sk', 'ENTITLEMENT#${lineId}'),
          },
        },
      },
      configurationOf(table),
    ),
);
