import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

export interface StoredAnswer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** The answer a write gave, so that its repetition gives it again. */
export const createIdempotencyEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'idempotency', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          /** Operation, subject and the caller's key, so that two people's keys never meet. */
          scopedKey: { type: 'string', required: true },
          fingerprint: { type: 'string', required: true },
          answer: { type: CustomAttributeType<StoredAnswer>('any'), required: true },
          ttl: { type: 'number', required: true },
        },
        indexes: {
          record: { pk: key('pk', 'TENANT#${tenantId}#IDEMPOTENCY#${scopedKey}'), sk: key('sk', 'RECORD') },
        },
      },
      configurationOf(table),
    ),
);

export type IdempotencyItem = EntityItem<ReturnType<typeof createIdempotencyEntity>>;
