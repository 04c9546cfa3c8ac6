import { Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/** Why a row of an import was left out; row 0 is the file itself. The key holds the row in ten digits, so that they sort. */
export const createImportErrorEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'import-error', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          jobId: { type: 'string', required: true },
          rowKey: { type: 'string', required: true },
          row: { type: 'number', required: true },
          column: { type: 'string' },
          message: { type: 'string', required: true },
        },
        indexes: {
          ofJob: { pk: key('pk', 'TENANT#${tenantId}#IMPORT#${jobId}'), sk: key('sk', 'ERROR#${rowKey}') },
        },
      },
      configurationOf(table),
    ),
);

export const rowKeyOf = (row: number): string => String(row).padStart(10, '0');

export type ImportErrorItem = EntityItem<ReturnType<typeof createImportErrorEntity>>;
