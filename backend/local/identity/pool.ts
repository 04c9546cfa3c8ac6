import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  GetGroupCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { Role } from '@tessera/contracts/api/session.ts';
import { ifNamed } from './accounts.ts';

const poolName = 'tessera';
const tenantRoles = Role.options.filter((role) => role !== 'platform');
export const platformAdminGroup = 'platform:admin';

/** The one user pool, made where there is none. */
export async function ensurePool(client: CognitoIdentityProviderClient): Promise<string> {
  const { UserPools = [] } = await client.send(new ListUserPoolsCommand({ MaxResults: 10 }));
  const existing = UserPools.find(({ Name }) => Name === poolName)?.Id;
  if (existing) return existing;
  const made = await client.send(
    new CreateUserPoolCommand({
      PoolName: poolName,
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      Policies: { PasswordPolicy: { MinimumLength: 8 } },
    }),
  );
  const id = made.UserPool?.Id;
  if (!id) throw new Error('The user pool was made without an id.');
  await ensureGroup(client, id, platformAdminGroup);
  return id;
}

/** The app client of every tenant, by tenant id: `client_id` proves the tenant. */
export async function listClients(client: CognitoIdentityProviderClient, UserPoolId: string) {
  const { UserPoolClients = [] } = await client.send(new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 60 }));
  return new Map(UserPoolClients.map(({ ClientName = '', ClientId = '' }) => [ClientName, ClientId]));
}

export async function createTenantClient(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  tenant: string,
  callbackUrl: string,
): Promise<string> {
  const id = await createPublicClient(client, { UserPoolId, ClientName: tenant, CallbackURLs: [callbackUrl] });
  for (const role of tenantRoles) await ensureGroup(client, UserPoolId, `${tenant}:${role}`);
  return id;
}

/** A client without a secret, made with PKCE in mind; answers its id. */
export async function createPublicClient(
  client: CognitoIdentityProviderClient,
  input: { UserPoolId: string; ClientName: string; CallbackURLs: string[] },
): Promise<string> {
  const made = await client.send(
    new CreateUserPoolClientCommand({
      ...input,
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthScopes: ['openid', 'email', 'profile'],
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
    }),
  );
  const id = made.UserPoolClient?.ClientId;
  if (!id) throw new Error(`The app client ${input.ClientName} was made without an id.`);
  return id;
}

export async function ensureUser(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  user: { email: string; name: string; password: string; groups: readonly string[] },
): Promise<string> {
  const UserAttributes = [
    { Name: 'email', Value: user.email.toLowerCase() },
    { Name: 'email_verified', Value: 'true' },
    { Name: 'name', Value: user.name },
  ];
  const create = new AdminCreateUserCommand({
    UserPoolId,
    Username: user.email,
    MessageAction: 'SUPPRESS',
    UserAttributes,
  });
  const made = await client.send(create).catch(ifNamed('UsernameExistsException'));
  if (made)
    await client.send(
      new AdminSetUserPasswordCommand({ UserPoolId, Username: user.email, Password: user.password, Permanent: true }),
    );
  for (const group of user.groups) await addToGroup(client, UserPoolId, user.email, group);
  return made?.User?.Username ?? user.email;
}

export async function addToGroup(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  Username: string,
  GroupName: string,
): Promise<void> {
  await ensureGroup(client, UserPoolId, GroupName);
  await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));
}

/** The emulator would replace a group that exists, and with it its members. */
async function ensureGroup(client: CognitoIdentityProviderClient, UserPoolId: string, GroupName: string) {
  const found = await client
    .send(new GetGroupCommand({ UserPoolId, GroupName }))
    .catch(ifNamed('ResourceNotFoundException'));
  if (!found) await client.send(new CreateGroupCommand({ UserPoolId, GroupName }));
}
