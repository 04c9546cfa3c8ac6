import { CustomAttributeType, Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** A shop whose live releases need a version of a slice; written with the move of its channel that makes it so. */
export const createSliceNeedEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'slice-need', version: '1' },
        attributes: {
          /** `platform`, beside the version. */
          tenantId: { type: 'string', required: true },
          slice: { type: 'string', required: true },
          version: { type: 'string', required: true },
          shop: { type: 'string', required: true },
          channel: { type: 'string', required: true },
          /** Those that name it: `mfe-catalog 1.4.0`. */
          releases: { type: CustomAttributeType<readonly string[]>('any'), required: true },
          since: { type: 'string', required: true },
        },
        indexes: {
          need: {
            pk: key('pk', 'TENANT#${tenantId}#SLICE#${slice}'),
            sk: key('sk', 'NEED#${version}#${shop}#${channel}'),
          },
        },
      },
      configurationOf(table),
    ),
);
