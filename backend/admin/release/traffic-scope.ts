import { createTrafficManager } from '../../composition/rollout/manage-traffic.ts';
import { createDynamoTrafficRepository } from '../../composition/rollout/repository.dynamo.ts';
import type { Signer } from '../../composition/registry/signer.ts';
import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Table } from '../../table/client.ts';
import { createReleaseHealth } from '../../table/release-health.ts';

/** Who gets what of one tenant: to read, to change, and how it does. */
export function createTrafficScope(deps: {
  table: Table;
  tenantId: string;
  signer: Signer;
  clock: Clock;
  newId: NewId;
}) {
  const { table, tenantId, signer, clock, newId } = deps;
  const repository = createDynamoTrafficRepository(table, tenantId);
  return {
    repository,
    manager: createTrafficManager({ table, tenantId, repository, signer, clock, newId }),
    health: createReleaseHealth(table, tenantId),
  };
}
