import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** The user pool's app client of a tenant: a token's `client_id` proves whose shop it was made for. */
export const createAppClientEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'app-client', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          clientId: { type: 'string', required: true },
        },
        indexes: { ofTenant: { pk: key('pk', 'TENANT#${tenantId}'), sk: key('sk', 'APPCLIENT') } },
      },
      configurationOf(table),
    ),
);
