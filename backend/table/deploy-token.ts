import { Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** A secret that publishes without a person. Found by its hash, which is all that is kept of it. */
export const createDeployTokenEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'deploy-token', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          hash: { type: 'string', required: true, readOnly: true },
          tokenId: { type: 'string', required: true, readOnly: true },
          name: { type: 'string', required: true },
          /** Names of remotes; `*` is all of the shop. */
          remotes: { type: 'list', items: { type: 'string' }, required: true, readOnly: true },
          createdAt: { type: 'string', required: true, readOnly: true },
          createdBy: { type: 'string', required: true, readOnly: true },
          expiresAt: { type: 'string', required: true, readOnly: true },
          /** To the minute. */
          lastUsedAt: { type: 'string' },
          revokedAt: { type: 'string' },
          /** A while after it has expired, so that the list still says what became of it. */
          ttl: { type: 'number', required: true },
        },
        indexes: {
          token: { pk: key('pk', 'TENANT#${tenantId}#DEPLOYTOKEN#${hash}'), sk: key('sk', 'DEPLOYTOKEN') },
          ofTenant: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#DEPLOYTOKENS'),
            sk: key('gsi1sk', '${createdAt}#${tokenId}'),
          },
        },
      },
      configurationOf(table),
    ),
);

export type DeployTokenItem = EntityItem<ReturnType<typeof createDeployTokenEntity>>;
