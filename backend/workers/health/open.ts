import { createDynamoDbClient } from '../../platform/clients.ts';
import { systemClock } from '../../platform/clock.ts';
import { readEnv } from '../../platform/env.ts';
import { newId } from '../../platform/ids.ts';
import { createTelemetry } from '../../platform/telemetry.ts';
import { env as shape } from './env.ts';
import { createRolloutWatch } from './watch-rollouts.ts';

/** The watch as a function of this name runs it. */
export function openRolloutWatch(name: 'worker-health' | 'worker-rollouts') {
  const env = readEnv(shape);
  const telemetry = createTelemetry(name);
  const watch = createRolloutWatch({
    table: { client: createDynamoDbClient(telemetry.tracer), tableName: env.TABLE_NAME },
    clock: systemClock,
    newId,
    by: name,
    done: (what, { tenantId: tenant, remote, release: { version }, percent, evidence }) =>
      telemetry.logger.warn(`rollout ${what}`, { tenant, remote, version, percent, evidence }),
  });
  return { telemetry, watch };
}
