import type { Rollout } from '@tessera/contracts/rollout.ts';
import { CustomAttributeType, Entity } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

/**
 * One release's way to the visitors of a tenant, or what became of it. While it is on its way it also stands in the
 * sparse index `onTheirWay`, which is all that those who watch rollouts read.
 */
export const createRolloutEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'rollout', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          remote: { type: 'string', required: true },
          startedAt: { type: 'string', required: true },
          rolloutId: { type: 'string', required: true },
          way: { type: ['on', 'over'] as const, required: true },
          rollout: { type: CustomAttributeType<Rollout>('any'), required: true },
        },
        indexes: {
          rollout: {
            pk: key('pk', 'TENANT#${tenantId}#ROLLOUT#${remote}'),
            sk: key('sk', '${startedAt}#${rolloutId}'),
          },
          onTheirWay: {
            index: 'gsi1',
            pk: key('gsi1pk', 'ROLLOUTS#${way}'),
            sk: key('gsi1sk', '${tenantId}#${remote}'),
            condition: ({ way }) => way === 'on',
          },
        },
      },
      configurationOf(table),
    ),
);
