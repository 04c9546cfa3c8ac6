import type { Context, SQSEvent } from 'aws-lambda';
import { createCognitoClient, createDynamoDbClient } from '../../platform/clients.ts';
import { systemClock } from '../../platform/clock.ts';
import { readEnv } from '../../platform/env.ts';
import { observeInvocation } from '../../platform/lambda.ts';
import { createTelemetry } from '../../platform/telemetry.ts';
import { handleTogether } from '../queue.ts';
import { createCognitoAppClients } from './app-clients.cognito.ts';
import { env as shape } from './env.ts';
import { createCloudFrontHostStore } from './host-store.cloudfront.ts';
import { createTenantKeeper } from './keep-tenants.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('worker-tenants');
const keep = createTenantKeeper({
  table: { client: createDynamoDbClient(telemetry.tracer), tableName: env.TABLE_NAME },
  hosts: createCloudFrontHostStore(env.HOST_STORE_ARN),
  appClients: createCognitoAppClients(createCognitoClient(telemetry.tracer), {
    userPoolId: env.USER_POOL_ID,
    callbackUrl: `${env.PLATFORM_ORIGIN}/api/session/callback`,
    identityProviders: env.IDENTITY_PROVIDERS.split(','),
  }),
  platformHostOf: (tenantId) => env.SHOP_HOST_TEMPLATE.replace('{tenant}', tenantId),
  originOf: (host) => `${env.PUBLIC_SCHEME}://${host}${env.PUBLIC_PORT_SUFFIX}`,
  clock: systemClock,
});

export const handler = (event: SQSEvent, context: Context) =>
  observeInvocation(telemetry, context, () =>
    handleTogether(event.Records, keep, (error, messageId) =>
      telemetry.logger.error('tenant not kept', { error, messageId }),
    ),
  );
