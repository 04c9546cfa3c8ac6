import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { nodeOptions } from '../team-render/env.ts';
import { hostStoreArn } from './cloudfront/host-store-api.ts';

/** Made once for a state folder; everything that was signed with them stays valid over restarts. */
const Secrets = z.object({
  awsAccessKeyId: z.string(),
  awsSecretAccessKey: z.string(),
  tenantSigningKeys: z.record(z.string(), z.string()),
  releaseSigningKey: z.record(z.string(), z.unknown()),
  downloadSecret: z.string(),
  stripeSecretKey: z.string(),
  stripeWebhookSecret: z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

export const region = 'eu-central-1';

export const names = {
  table: 'tessera',
  mediaBucket: 'tessera-media',
  assetsBucket: 'tessera-assets',
  releasesBucket: 'tessera-releases',
  uploadsBucket: 'tessera-uploads',
  eventBus: 'tessera',
} as const;

export function loadSecrets(stateDir: string): Secrets {
  const file = path.join(stateDir, 'secrets.json');
  if (existsSync(file)) return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  const secrets = makeSecrets();
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
  return secrets;
}

export interface EngineEndpoints {
  dynamo: string;
  /** SQS, EventBridge, SES and Lambda. */
  services: string;
  xrayDaemon: string;
  /** The API of the edge's key-value store. */
  hostStore: string;
}

/** The addresses browsers see. */
export function publicEnvironment(port: number): Record<string, string> {
  const suffix = port === 80 ? '' : `:${port}`;
  return {
    PUBLIC_SCHEME: 'http',
    PUBLIC_PORT_SUFFIX: suffix,
    SHOP_HOST_TEMPLATE: '{tenant}.localhost',
    CDN_ORIGIN_TEMPLATE: `http://cdn.{tenant}.localhost${suffix}`,
    PLATFORM_ORIGIN: `http://id.localhost${suffix}`,
    HOSTED_UI_ORIGIN: `http://auth.localhost${suffix}`,
    OIDC_ISSUER: `http://auth.localhost${suffix}`,
    OIDC_JWKS_URL: `http://auth.localhost${suffix}/.well-known/jwks.json`,
    OIDC_TOKEN_URL: `http://auth.localhost${suffix}/oauth2/token`,
    STRIPE_API_BASE: `http://pay.localhost${suffix}`,
    AWS_ENDPOINT_URL_S3: `http://s3.localhost${suffix}`,
    S3_FORCE_PATH_STYLE: 'true',
  };
}

/** Every name of docs/architecture.md that this machine itself can give. */
export function createEnvironment(port: number, secrets: Secrets, engines: EngineEndpoints): Record<string, string> {
  const { d: _private, ...publicKey } = secrets.releaseSigningKey;
  return {
    ...publicEnvironment(port),
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: secrets.awsAccessKeyId,
    AWS_SECRET_ACCESS_KEY: secrets.awsSecretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: engines.dynamo,
    AWS_ENDPOINT_URL_SQS: engines.services,
    AWS_ENDPOINT_URL_EVENTBRIDGE: engines.services,
    AWS_ENDPOINT_URL_SESV2: engines.services,
    AWS_ENDPOINT_URL_LAMBDA: engines.services,
    AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE: engines.hostStore,
    AWS_XRAY_DAEMON_ADDRESS: engines.xrayDaemon,
    HOST_STORE_ARN: hostStoreArn,
    TABLE_NAME: names.table,
    MEDIA_BUCKET: names.mediaBucket,
    ASSETS_BUCKET: names.assetsBucket,
    RELEASES_BUCKET: names.releasesBucket,
    UPLOADS_BUCKET: names.uploadsBucket,
    EVENT_BUS: names.eventBus,
    TENANT_SIGNING_KEYS: JSON.stringify(secrets.tenantSigningKeys),
    RELEASE_SIGNING_KEY: JSON.stringify(secrets.releaseSigningKey),
    RELEASE_PUBLIC_KEYS: JSON.stringify({ keys: [publicKey] }),
    DOWNLOAD_SECRET: secrets.downloadSecret,
    STRIPE_SECRET_KEY: secrets.stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: secrets.stripeWebhookSecret,
    USER_POOL_ID: 'local_tessera',
    IDENTITY_PROVIDERS: 'COGNITO',
    SEARCH_ADAPTER: 'local',
    MODEL_ADAPTER: 'ollama',
    MAIL_FROM: 'Tessera <shop@mail.localhost>',
    LOG_LEVEL: 'INFO',
    NODE_ENV: 'production',
    NODE_OPTIONS: nodeOptions,
  };
}

function makeSecrets(): Secrets {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = `local-${randomBytes(4).toString('hex')}`;
  return {
    awsAccessKeyId: `AKIALOCAL${randomBytes(5).toString('hex').toUpperCase()}`,
    awsSecretAccessKey: randomBytes(30).toString('base64url'),
    tenantSigningKeys: { [kid]: randomBytes(32).toString('base64') },
    releaseSigningKey: { ...privateKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' },
    downloadSecret: randomBytes(32).toString('base64'),
    stripeSecretKey: `sk_test_${randomBytes(18).toString('hex')}`,
    stripeWebhookSecret: `whsec_${randomBytes(24).toString('base64url')}`,
  };
}
