import type { ImportJob } from '@tessera/contracts/api/admin.ts';
import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { z } from 'zod';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

type JobView = z.infer<typeof ImportJob>;

/** A file of works on its way into the catalog. `rows` is how far it has come, so that a run that died is taken up there. */
export const createImportJobEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'import-job', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true, readOnly: true },
          jobId: { type: 'string', required: true, readOnly: true },
          state: { type: CustomAttributeType<JobView['state']>('string'), required: true },
          profile: { type: ['tessera', 'goodbooks'] as const, required: true, readOnly: true },
          format: { type: ['csv', 'ndjson'] as const, required: true, readOnly: true },
          /** In the uploads bucket. */
          objectKey: { type: 'string', required: true, readOnly: true },
          /** Header → field, over the profile's own. */
          mapping: { type: CustomAttributeType<Record<string, string>>('any'), required: true, readOnly: true },
          /** For rows that name none. */
          currency: { type: 'string', required: true, readOnly: true },
          priceMinor: { type: 'string', readOnly: true },
          rows: { type: CustomAttributeType<JobView['rows']>('any'), required: true },
          /** Who works on it: another run takes over by writing its own. */
          runId: { type: 'string' },
          attempts: { type: 'number', required: true },
          requestedBy: { type: 'string', required: true, readOnly: true },
          startedAt: { type: 'string', required: true, readOnly: true },
          finishedAt: { type: 'string' },
        },
        indexes: {
          byId: { pk: key('pk', 'TENANT#${tenantId}#IMPORT#${jobId}'), sk: key('sk', 'JOB') },
          ofTenant: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#IMPORTS'),
            sk: key('gsi1sk', '${startedAt}'),
          },
        },
      },
      configurationOf(table),
    ),
);

export type ImportJobItem = EntityItem<ReturnType<typeof createImportJobEntity>>;
