import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { fileURLToPath } from 'node:url';
import { startDomainServices } from './domain-services.ts';
import { names, region } from './environment.ts';
import { createMailSender } from './identity-mail.ts';
import { startIdentity, type Identity } from './identity/identity.ts';
import type { IdentityTenant } from './identity/types.ts';
import { freePort, startProcess, waitUntil } from './engines/process.ts';
import type { PlatformBase, PlatformServices } from './platform.ts';
import { platformHost } from './platform-host.ts';
import { createServedHosts } from './served-hosts.ts';
import { createStripeServer } from './stripe/server.ts';

export interface CloudServices extends PlatformServices {
  identity: Identity;
}

/** Real services, named by their variables, take the place of those of this machine. */
export interface ServiceChoice {
  tenants: readonly IdentityTenant[];
  env: Readonly<Record<string, string | undefined>>;
}

/** Starts what stands on the engines: sign-in, payment, search, the language model, domain names and certificates. */
export async function startServices(base: PlatformBase, choice: ServiceChoice): Promise<CloudServices> {
  const dynamo = new DynamoDBClient({
    endpoint: base.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '',
    region,
    credentials: { accessKeyId: base.secrets.awsAccessKeyId, secretAccessKey: base.secrets.awsSecretAccessKey },
  });
  const servedHostsOf = createServedHosts({ client: dynamo, tableName: names.table });
  const [identity, search, model, domains] = await Promise.all([
    startIdentity({
      stateDir: base.stateOf(),
      publicOrigin: base.urlOf('auth.localhost'),
      callbackUrl: `${base.urlOf(platformHost)}/api/session/callback`,
      sendMail: createMailSender(base.mail, base.env['MAIL_FROM'] ?? ''),
      tenants: choice.tenants,
      originsOf: async (tenantId) => (await servedHostsOf(tenantId)).map((host) => base.urlOf(host)),
    }),
    startHelper('search/main.ts', '/health', ['--data-dir', base.stateOf('search')]),
    choice.env['OLLAMA_HOST'] ? undefined : startHelper('model/main.ts', '/api/version', []),
    startDomainServices(base.stateOf),
  ]);
  const realStripe = choice.env['STRIPE_SECRET_KEY'];
  const stripe = realStripe
    ? undefined
    : createStripeServer({
        dbPath: base.stateOf('stripe.sqlite'),
        secretKey: base.secrets.stripeSecretKey,
        webhookSecret: base.secrets.stripeWebhookSecret,
        webhookUrl: `${base.urlOf(platformHost)}/api/webhooks/stripe`,
        publicOrigin: base.urlOf('pay.localhost'),
      });
  return {
    identity,
    env: {
      OIDC_ISSUER: identity.issuer,
      OIDC_JWKS_URL: identity.jwksUrl,
      OIDC_TOKEN_URL: identity.tokenUrl,
      HOSTED_UI_ORIGIN: identity.hostedUiOrigin,
      USER_POOL_ID: identity.userPoolId,
      CLI_CLIENT_ID: identity.cliClientId,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: identity.cognitoEndpoint,
      SEARCH_ENDPOINT: search.endpoint,
      ...domains.env,
      MODEL_ENDPOINT: choice.env['OLLAMA_HOST'] ?? model?.endpoint ?? '',
      ...(model && { MODEL_LOCALES: 'en' }),
      // Of the key in KMS that signs releases, where `RELEASE_SIGNING_KMS_KEY` names one.
      ...(choice.env['RELEASE_SIGNING_KMS_KEY'] && {
        RELEASE_SIGNING_KMS_KEY: choice.env['RELEASE_SIGNING_KMS_KEY'],
      }),
      ...(choice.env['RELEASE_PUBLIC_KEYS'] && { RELEASE_PUBLIC_KEYS: choice.env['RELEASE_PUBLIC_KEYS'] }),
      ...(realStripe && {
        STRIPE_SECRET_KEY: realStripe,
        STRIPE_WEBHOOK_SECRET: choice.env['STRIPE_WEBHOOK_SECRET'] ?? '',
        STRIPE_API_BASE: 'https://api.stripe.com',
      }),
    },
    handlers: {
      ...domains.handlers,
      'auth.localhost': identity.listener,
      ...(stripe && { 'pay.localhost': stripe.listener }),
    },
    async stop() {
      await Promise.all([identity.stop(), stripe?.stop(), search.stop(), model?.stop(), domains.stop()]);
      dynamo.destroy();
    },
  };
}

/** A service of this room as a process of its own. */
async function startHelper(file: string, health: string, args: readonly string[]) {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const main = fileURLToPath(new URL(`./${file}`, import.meta.url));
  const { stop } = startProcess(process.execPath, [main, '--port', String(port), ...args]);
  await waitUntil(async () => (await fetch(`${endpoint}${health}`)).ok, 15_000, file);
  return { endpoint, stop };
}
