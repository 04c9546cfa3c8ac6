import { observeInvocation } from '../../platform/lambda.ts';
import { openRolloutWatch } from './open.ts';

const { telemetry, watch } = openRolloutWatch('worker-rollouts');

/** Every release on its way, once a minute: steps that are due, and what no single failure tells. */
export const handler = (_: unknown, context: { awsRequestId: string; functionName: string }) =>
  observeInvocation(telemetry, context, () => watch.watchAll());
