import { Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/**
 * A version of a slice that was deployed. `retiring` lasts while somebody looks whether any shop still needs it: nothing
 * can come to need it meanwhile.
 */
export const createSliceVersionEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'slice-version', version: '1' },
        attributes: {
          /** `platform`: slices are the same for all. */
          tenantId: { type: 'string', required: true },
          slice: { type: 'string', required: true },
          version: { type: 'string', required: true },
          state: { type: ['live', 'retiring', 'retired'] as const, required: true },
          /** When it was deployed last. */
          deployedAt: { type: 'string', required: true },
          /** Since when it was seen that nothing needs it. */
          idleSince: { type: 'string' },
          retiredAt: { type: 'string' },
          retiredBy: { type: 'string' },
        },
        indexes: {
          version: {
            pk: key('pk', 'TENANT#${tenantId}#SLICE#${slice}'),
            sk: key('sk', 'VERSION#${version}'),
          },
        },
      },
      configurationOf(table),
    ),
);
