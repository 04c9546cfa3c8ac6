import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import { pageLanguageOf } from '../page-language.ts';
import { createAccounts } from './accounts.ts';
import { createPendingStore } from './flows/pending.ts';
import { createIdentityListener } from './hosted/listener.ts';
import { listenOnLoopback } from './hosted/loopback.ts';
import { toCodeMail } from './mails.ts';
import { addToGroup, ensurePool, ensureUser } from './pool.ts';
import { openIdentityDatabase } from './provider/database.ts';
import { keepRandomKey } from './provider/keys.ts';
import type { TokenLifetimes } from './provider/features.ts';
import { createProvider } from './provider/provider.ts';
import { createSignIn } from './sign-in.ts';
import { createTenants } from './tenants.ts';
import { createAttemptThrottle } from './throttle.ts';
import type { IdentityTenant, SendMail } from './types.ts';
import { startUserPool } from './user-pool/start.ts';

export interface IdentityOptions {
  /** Where accounts, sessions and keys are kept. */
  stateDir: string;
  /** Origin of the hosted pages, and the issuer. */
  publicOrigin: string;
  /** The one callback of all app clients. */
  callbackUrl: string;
  sendMail: SendMail;
  tenants: readonly IdentityTenant[];
  /** Origins a shop is served at. By default its own name beside the hosted pages' host. */
  originsOf?: (tenantId: string) => readonly string[] | Promise<readonly string[]>;
  lifetimes?: Partial<TokenLifetimes>;
}

export interface Identity {
  /** Answers `auth.localhost`. */
  listener: RequestListener;
  cognitoEndpoint: string;
  userPoolId: string;
  issuer: string;
  /** Origin of the hosted pages; authorize, sign-up and logout stand below it. */
  hostedUiOrigin: string;
  /** For other processes of this machine, which may not resolve `*.localhost`. */
  jwksUrl: string;
  tokenUrl: string;
  clientIdOf(tenantId: string): string | undefined;
  /** App client of the command line, for all tenants. */
  cliClientId: string;
  /** Makes app client and groups where they are missing; answers the client id. */
  ensureTenant(tenant: IdentityTenant): Promise<string>;
  /** Makes a confirmed account where there is none and adds it to its groups; answers its `sub`. */
  ensureUser(user: { email: string; name: string; password: string; groups: readonly string[] }): Promise<string>;
  stop(): Promise<void>;
}

/** Cognito on one machine: cognito-local keeps the users, oidc-provider is the hosted UI and the only issuer. */
export async function startIdentity(options: IdentityOptions): Promise<Identity> {
  const directory = path.join(options.stateDir, 'identity');
  const database = openIdentityDatabase(directory);
  const engine = await startUserPool({
    directory: path.join(directory, 'user-pool'),
    salt: await keepRandomKey(database, 'password-salt'),
    onCode: (message) => {
      const shop = tenants.ofClient(message.clientId ?? '')?.name ?? 'Tessera';
      void options.sendMail(toCodeMail(message, shop, pageLanguageOf(message.locale, undefined)));
    },
  });
  const client = new CognitoIdentityProviderClient({
    endpoint: engine.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const userPoolId = await ensurePool(client);
  const tenants = await createTenants(client, userPoolId, options);
  const accounts = createAccounts(client, userPoolId);
  const lifetimes = { accessTokenSeconds: 3600, refreshTokenSeconds: 30 * 24 * 3600, ...options.lifetimes };
  const issuer = options.publicOrigin;
  const provider = await createProvider({ issuer, database, accounts, findClient: tenants.toClient, lifetimes });
  const listener = createIdentityListener({
    ...options,
    provider,
    tenants,
    accounts,
    signIn: createSignIn(client),
    async admit(username, tenantId) {
      if (tenants.admits(tenantId)) await addToGroup(client, userPoolId, username, `${tenantId}:shopper`);
    },
    throttle: createAttemptThrottle(),
    pending: createPendingStore(database),
  });
  const loopback = await listenOnLoopback(listener);
  return {
    listener,
    cognitoEndpoint: engine.endpoint,
    userPoolId,
    issuer,
    hostedUiOrigin: options.publicOrigin,
    jwksUrl: `${loopback.origin}/.well-known/jwks.json`,
    tokenUrl: `${loopback.origin}/oauth2/token`,
    clientIdOf: tenants.clientIdOf,
    cliClientId: tenants.cliClientId,
    ensureTenant: tenants.ensure,
    ensureUser: (user) => ensureUser(client, userPoolId, user),
    async stop() {
      await loopback.stop();
      await engine.stop();
      client.destroy();
      database.close();
    },
  };
}
