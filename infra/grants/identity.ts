import { providerNames } from '../constructs/identity-providers.ts';
import type { Grant } from './grant.ts';

export const checkSessions: Grant = (fn, { userPool }) =>
  fn.give({
    OIDC_ISSUER: userPool.issuer,
    OIDC_JWKS_URL: `${userPool.issuer}/.well-known/jwks.json`,
    OIDC_TOKEN_URL: `${userPool.hostedUiOrigin}/oauth2/token`,
  });

export const hostedUi: Grant = (fn, { userPool }) => fn.give({ HOSTED_UI_ORIGIN: userPool.hostedUiOrigin });

/** Whose access tokens are taken as bearers. */
export const cliClient: Grant = (fn, { userPool }) => fn.give({ CLI_CLIENT_ID: userPool.cliClientId });

/** Finds people and gives them roles; groups `<tenant>:<role>` are made when the first person gets one. */
export const manageUsers: Grant = (fn, { userPool }) => {
  fn.allow(
    [
      'cognito-idp:AdminAddUserToGroup',
      'cognito-idp:AdminGetUser',
      'cognito-idp:AdminListGroupsForUser',
      'cognito-idp:AdminRemoveUserFromGroup',
      'cognito-idp:CreateGroup',
      'cognito-idp:ListUsers',
      'cognito-idp:ListUsersInGroup',
    ],
    [userPool.arn],
  );
  fn.give({ USER_POOL_ID: userPool.id });
};

/** Makes a tenant's app client, and says where signing out may lead. */
export const keepAppClients: Grant = (fn, { userPool }) => {
  fn.allow(
    [
      'cognito-idp:CreateUserPoolClient',
      'cognito-idp:DescribeUserPoolClient',
      'cognito-idp:ListUserPoolClients',
      'cognito-idp:UpdateUserPoolClient',
    ],
    [userPool.arn],
  );
  fn.give({ USER_POOL_ID: userPool.id, IDENTITY_PROVIDERS: ['COGNITO', ...providerNames].join() });
};
