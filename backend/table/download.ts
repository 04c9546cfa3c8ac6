import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** A permission link that was given out. It outlives its expiry by a day, so that a late click learns that it is late. */
export const createDownloadEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'download', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          token: { type: 'string', required: true, readOnly: true },
          userId: { type: 'string', required: true, readOnly: true },
          entitlementId: { type: 'string', required: true, readOnly: true },
          productId: { type: 'string', required: true, readOnly: true },
          lineId: { type: 'string', required: true, readOnly: true },
          assetId: { type: 'string', required: true, readOnly: true },
          /** Epoch seconds. */
          expiresAt: { type: 'number', required: true, readOnly: true },
          ttl: { type: 'number', required: true },
        },
        indexes: {
          byToken: { pk: key('pk', 'TENANT#${tenantId}#DOWNLOAD#${token}'), sk: key('sk', 'DOWNLOAD') },
        },
      },
      configurationOf(table),
    ),
);
