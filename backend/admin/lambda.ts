import { openSigner } from '../composition/registry/signer.ts';
import { createCognitoClient, createDynamoDbClient, createS3Client } from '../platform/clients.ts';
import { systemClock } from '../platform/clock.ts';
import { readEnv } from '../platform/env.ts';
import { newId } from '../platform/ids.ts';
import { toLambdaHandler } from '../platform/lambda.ts';
import { createSearchEngine } from '../platform/search/from-env.ts';
import { createSessionAuthenticator } from '../platform/session-authenticator.ts';
import { newSecret } from '../platform/session-secret.ts';
import { createTelemetry } from '../platform/telemetry.ts';
import { parseTenantSigningKeys } from '../platform/tenant-signature.ts';
import { createTokenVerifier } from '../platform/token-verifier.ts';
import { createThrottle, parseQuotas } from '../platform/throttle.ts';
import { createRateWindows } from '../table/rate-windows.ts';
import { createSessionStore } from '../table/session-store.ts';
import { createAdminApp } from './app.ts';
import { createBearerAuthenticator } from './deploy-token/bearer.ts';
import { createDeployTokens } from './deploy-token/deploy-tokens.dynamo.ts';
import { env as shape } from './env.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('admin');
const table = { client: createDynamoDbClient(telemetry.tracer), tableName: env.TABLE_NAME };

const app = createAdminApp({
  table,
  s3: createS3Client(telemetry.tracer),
  cognito: createCognitoClient(telemetry.tracer),
  search: createSearchEngine(env),
  mediaBucket: env.MEDIA_BUCKET,
  uploadsBucket: env.UPLOADS_BUCKET,
  releasesBucket: env.RELEASES_BUCKET,
  signer: openSigner({ kmsKey: env.RELEASE_SIGNING_KMS_KEY, keyFile: env.RELEASE_SIGNING_KEY }),
  cli: { issuer: env.OIDC_ISSUER, clientId: env.CLI_CLIENT_ID, hostedUiOrigin: env.HOSTED_UI_ORIGIN },
  userPoolId: env.USER_POOL_ID,
  domainTarget: env.DOMAIN_TARGET,
  platformHosts: [env.DOMAIN_TARGET, new URL(env.PLATFORM_ORIGIN).hostname, new URL(env.HOSTED_UI_ORIGIN).hostname],
  publicScheme: env.PUBLIC_SCHEME,
  newToken: newSecret,
  clock: systemClock,
  newId,
  http: {
    tenantKeys: parseTenantSigningKeys(env.TENANT_SIGNING_KEYS),
    authenticate: createSessionAuthenticator({
      sessions: createSessionStore(table),
      issuer: env.OIDC_ISSUER,
      jwksUrl: env.OIDC_JWKS_URL,
      tokenUrl: env.OIDC_TOKEN_URL,
    }),
    authenticateBearer: createBearerAuthenticator({
      tokensOf: (tenantId) => createDeployTokens(table, tenantId),
      verifier: createTokenVerifier({ issuer: env.OIDC_ISSUER, jwksUrl: env.OIDC_JWKS_URL }),
      cliClientId: env.CLI_CLIENT_ID,
      clock: systemClock,
    }),
    throttle: createThrottle({
      clock: systemClock,
      quotas: parseQuotas(env.RATE_LIMITS),
      shared: createRateWindows(table),
    }),
    logger: telemetry.logger,
  },
});

export const handler = toLambdaHandler(app, telemetry);
