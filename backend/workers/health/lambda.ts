import type { DomainEvent } from '@tessera/contracts/events.ts';
import type { Context, SQSEvent } from 'aws-lambda';
import { observeInvocation } from '../../platform/lambda.ts';
import { handleTogether } from '../queue.ts';
import { openRolloutWatch } from './open.ts';

const { telemetry, watch } = openRolloutWatch('worker-health');

/** Failures of releases, as they are counted: the sooner a broken canary is found, the fewer have it. */
export const handler = (event: SQSEvent, context: Context) =>
  observeInvocation(telemetry, context, () =>
    handleTogether(event.Records, look, (error, messageId) =>
      telemetry.logger.error('rollout not watched', { error, messageId }),
    ),
  );

async function look(events: readonly DomainEvent[]): Promise<void> {
  const failing = events.filter((event) => event.type === 'release.failing');
  for (const [tenantId, own] of Map.groupBy(failing, (event) => event.tenantId))
    await watch.watchTenant(tenantId, new Set(own.map(({ detail }) => detail.remote)));
}
