import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { AdapterPayload } from 'oidc-provider';
import type { IdentityOptions } from './identity.ts';
import { cliCallbackUrls, cliClientName } from '@tessera/contracts/cli-sign-in.ts';
import { createPublicClient, createTenantClient, listClients } from './pool.ts';
import type { IdentityTenant } from './types.ts';

/** What signs in at the command line's app client, in the place of a shop. */
const commandLine: IdentityTenant = { id: cliClientName, name: 'Tessera' };

/** Tenants and their app clients, by either id. */
export async function createTenants(
  client: CognitoIdentityProviderClient,
  userPoolId: string,
  options: Pick<IdentityOptions, 'callbackUrl' | 'originsOf' | 'publicOrigin' | 'tenants'>,
) {
  const clientIds = await listClients(client, userPoolId);
  const known = new Map<string, IdentityTenant>();

  const ensure = async (tenant: IdentityTenant): Promise<string> => {
    known.set(tenant.id, tenant);
    const existing = clientIds.get(tenant.id);
    if (existing) return existing;
    const made = await createTenantClient(client, userPoolId, tenant.id, options.callbackUrl);
    clientIds.set(tenant.id, made);
    return made;
  };
  for (const tenant of options.tenants) await ensure(tenant);
  const cliClientId =
    clientIds.get(cliClientName) ??
    (await createPublicClient(client, {
      UserPoolId: userPoolId,
      ClientName: cliClientName,
      CallbackURLs: [...cliCallbackUrls],
    }));
  clientIds.delete(cliClientName);

  const ofClient = (clientId: string): IdentityTenant | undefined => {
    if (clientId === cliClientId) return commandLine;
    const id = [...clientIds].find(([, value]) => value === clientId)?.[0];
    return id === undefined ? undefined : (known.get(id) ?? { id, name: id });
  };

  return {
    ensure,
    ofClient,
    all: () => [...known.values()],
    clientIdOf: (tenantId: string) => clientIds.get(tenantId),
    cliClientId,
    originsOf: async (tenant: IdentityTenant): Promise<readonly string[]> =>
      tenant === commandLine
        ? cliCallbackUrls.map((url) => new URL(url).origin)
        : [siblingOrigin(options.publicOrigin, tenant.id), ...((await options.originsOf?.(tenant.id)) ?? [])],
    /** Whoever signs up is a shopper of the shop whose page it was; the command line's is no shop. */
    admits: (tenantId: string): boolean => tenantId !== commandLine.id,
    /** The app client as the provider wants it: public, so code exchange is proven by PKCE. */
    toClient: async (clientId: string): Promise<AdapterPayload | undefined> => {
      // One that was made since, by whoever opens shops.
      if (!ofClient(clientId))
        for (const [id, made] of await listClients(client, userPoolId))
          if (id !== cliClientName) clientIds.set(id, made);
      const tenant = ofClient(clientId);
      if (!tenant) return undefined;
      return {
        client_id: clientId,
        client_name: tenant.name,
        redirect_uris: tenant === commandLine ? [...cliCallbackUrls] : [options.callbackUrl],
        response_types: ['code'],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'none',
      };
    },
  };
}

export type Tenants = Awaited<ReturnType<typeof createTenants>>;

/** `http://auth.localhost:8080` and `aria` make `http://aria.localhost:8080`. */
function siblingOrigin(publicOrigin: string, name: string): string {
  const url = new URL(publicOrigin);
  url.hostname = url.hostname.replace(/^[^.]+/, name);
  return url.origin;
}
