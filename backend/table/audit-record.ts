import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** What happened to an entity, in order of time. Written once, never changed. */
export const createAuditEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'audit', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          /** Id of what it happened to: `ord_…`, `usr_…`, `channel:stable`. */
          entity: { type: 'string', required: true, readOnly: true },
          at: { type: 'string', required: true, readOnly: true },
          auditId: { type: 'string', required: true, readOnly: true },
          what: { type: 'string', required: true, readOnly: true },
          /** User id, or the name of the function that acted on its own. */
          by: { type: 'string', required: true, readOnly: true },
          data: { type: CustomAttributeType<Record<string, unknown>>('any'), readOnly: true },
        },
        indexes: {
          ofEntity: { pk: key('pk', 'TENANT#${tenantId}#AUDIT#${entity}'), sk: key('sk', '${at}#${auditId}') },
        },
      },
      configurationOf(table),
    ),
);

export type AuditItem = EntityItem<ReturnType<typeof createAuditEntity>>;
