import { createDynamoDbClient } from '../platform/clients.ts';
import { systemClock } from '../platform/clock.ts';
import { readEnv } from '../platform/env.ts';
import { toLambdaHandler } from '../platform/lambda.ts';
import { newSecret } from '../platform/session-secret.ts';
import { createTelemetry } from '../platform/telemetry.ts';
import { parseTenantSigningKeys } from '../platform/tenant-signature.ts';
import { createThrottle } from '../platform/throttle.ts';
import { createTokenEndpoint } from '../platform/token-endpoint.ts';
import { createTokenVerifier } from '../platform/token-verifier.ts';
import { createRateWindows } from '../table/rate-windows.ts';
import { createSessionStore } from '../table/session-store.ts';
import { createSessionApp } from './app.ts';
import { env as shape } from './env.ts';
import { createSignInRepository } from './sign-in/repository.dynamo.ts';
import { createPageViewCounter } from './telemetry/count-page-view.ts';
import { createTelemetrySink } from './telemetry/sink.powertools.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('session');
const table = { client: createDynamoDbClient(telemetry.tracer), tableName: env.TABLE_NAME };

const app = createSessionApp(
  {
    sessions: createSessionStore(table),
    signIns: createSignInRepository(table),
    verifier: createTokenVerifier({ issuer: env.OIDC_ISSUER, jwksUrl: env.OIDC_JWKS_URL }),
    endpoint: createTokenEndpoint(env.OIDC_TOKEN_URL),
    telemetry: createTelemetrySink(telemetry),
    pageViews: createPageViewCounter(table),
    clock: systemClock,
    newSecret,
    hostedUiOrigin: env.HOSTED_UI_ORIGIN,
    platformOrigin: env.PLATFORM_ORIGIN,
    publicScheme: env.PUBLIC_SCHEME,
    warn: (message, extra) => telemetry.logger.warn(message, extra),
  },
  {
    tenantKeys: parseTenantSigningKeys(env.TENANT_SIGNING_KEYS),
    throttle: createThrottle({ clock: systemClock, shared: createRateWindows(table) }),
    logger: telemetry.logger,
  },
);

export const handler = toLambdaHandler(app, telemetry);
