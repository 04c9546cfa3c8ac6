import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** Uses of one file of one entitlement, by windows of a day in which repeats are free. */
export const createDownloadWindowEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'downloadWindow', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          userId: { type: 'string', required: true, readOnly: true },
          entitlementId: { type: 'string', required: true, readOnly: true },
          assetId: { type: 'string', required: true, readOnly: true },
          uses: { type: 'number', required: true },
          /** Epoch seconds; a use after it opens the next window and counts. */
          windowEndsAt: { type: 'number', required: true },
        },
        indexes: {
          ofUser: {
            pk: key('pk', 'TENANT#${tenantId}#USER#${userId}'),
            sk: key('sk', 'DOWNLOADS#${entitlementId}#${assetId}'),
          },
        },
      },
      configurationOf(table),
    ),
);
