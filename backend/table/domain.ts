import type { Domain } from '@tessera/contracts/api/admin.ts';
import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { z } from 'zod';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

type DomainView = z.infer<typeof Domain>;

/** A host and the tenant it leads to. Its key is global: a host belongs to one tenant only, whoever asks first. */
export const createDomainEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'domain', version: '1' },
        attributes: {
          host: { type: 'string', required: true },
          tenantId: { type: 'string', required: true },
          state: { type: CustomAttributeType<DomainView['state']>('string'), required: true },
          /** What the owner proves the domain with, in a TXT record. */
          token: { type: 'string', required: true },
          records: { type: CustomAttributeType<DomainView['records']>('any'), required: true },
          problem: { type: 'string' },
          /** Of the certificate, or of what carries it, at whoever issues it. */
          certificateId: { type: 'string' },
          createdAt: { type: 'string', required: true },
          updatedAt: { type: 'string', required: true },
        },
        indexes: {
          host: { pk: key('pk', 'DOMAIN#${host}'), sk: key('sk', 'DOMAIN') },
          ofTenant: {
            index: 'gsi1',
            pk: key('gsi1pk', 'TENANT#${tenantId}#DOMAINS'),
            sk: key('gsi1sk', '${host}'),
          },
        },
      },
      configurationOf(table),
    ),
);

export type DomainItem = EntityItem<ReturnType<typeof createDomainEntity>>;
