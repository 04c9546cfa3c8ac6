import {
  CreateUserPoolClientCommand,
  DescribeUserPoolClientCommand,
  UpdateUserPoolClientCommand,
  paginateListUserPoolClients,
  type CognitoIdentityProviderClient,
  type UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { AppClients } from './app-clients.ts';

export interface AppClientOptions {
  userPoolId: string;
  /** The one sign-in callback. */
  callbackUrl: string;
  identityProviders: readonly string[];
}

/** As many as a client may have. */
const maxUrls = 100;

export function createCognitoAppClients(client: CognitoIdentityProviderClient, options: AppClientOptions): AppClients {
  const { userPoolId: UserPoolId } = options;

  /** A run that ended before it had noted the id leaves a client behind. */
  async function findByName(name: string): Promise<string | undefined> {
    for await (const page of paginateListUserPoolClients({ client, pageSize: 60 }, { UserPoolId })) {
      const found = page.UserPoolClients?.find(({ ClientName }) => ClientName === name);
      if (found) return found.ClientId;
    }
    return undefined;
  }

  async function create(tenantId: string, LogoutURLs: string[]): Promise<string> {
    const { UserPoolClient } = await client.send(
      new CreateUserPoolClientCommand({
        UserPoolId,
        ClientName: tenantId,
        // Public: the exchange of a code is proven by PKCE.
        GenerateSecret: false,
        SupportedIdentityProviders: [...options.identityProviders],
        CallbackURLs: [options.callbackUrl],
        LogoutURLs,
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: ['openid', 'email', 'profile'],
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
        PreventUserExistenceErrors: 'ENABLED',
      }),
    );
    if (!UserPoolClient?.ClientId) throw new Error(`the app client of ${tenantId} was made without an id`);
    return UserPoolClient.ClientId;
  }

  async function keepUrls(ClientId: string, LogoutURLs: string[]): Promise<void> {
    const { UserPoolClient } = await client.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
    if (!UserPoolClient) throw new Error(`the user pool knows no ${ClientId}`);
    if ((UserPoolClient.LogoutURLs ?? []).toSorted().join() === LogoutURLs.join()) return;
    // An update takes back every setting that it does not name.
    await client.send(
      new UpdateUserPoolClientCommand({ ...settingsOf(UserPoolClient), UserPoolId, ClientId, LogoutURLs }),
    );
  }

  return {
    async keep({ tenantId, known, origins }) {
      const urls = origins
        .map((origin) => `${origin}/`)
        .toSorted()
        .slice(0, maxUrls);
      const clientId = known ?? (await findByName(tenantId));
      if (clientId === undefined) return create(tenantId, urls);
      await keepUrls(clientId, urls);
      return clientId;
    },
  };
}

function settingsOf(described: UserPoolClientType) {
  const { ClientSecret: _, LastModifiedDate: __, CreationDate: ___, ...settings } = described;
  return settings;
}
