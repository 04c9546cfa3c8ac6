import {
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Account } from './types.ts';

export type AccountState = 'ready' | 'unconfirmed' | 'disabled';

/** Reads accounts of the pool by name, address or `sub`. */
export function createAccounts(client: CognitoIdentityProviderClient, UserPoolId: string) {
  return {
    async find(Username: string): Promise<{ account: Account; state: AccountState } | undefined> {
      const user = await client
        .send(new AdminGetUserCommand({ UserPoolId, Username }))
        .catch(ifNamed('UserNotFoundException'));
      if (!user) return undefined;
      const attribute = (name: string) => user.UserAttributes?.find(({ Name }) => Name === name)?.Value ?? '';
      const username = user.Username ?? Username;
      const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand({ UserPoolId, Username: username }));
      return {
        account: {
          sub: attribute('sub'),
          username,
          email: attribute('email'),
          name: attribute('name') || attribute('email'),
          groups: Groups.flatMap(({ GroupName }) => (GroupName ? [GroupName] : [])),
        },
        state: user.Enabled === false ? 'disabled' : user.UserStatus === 'UNCONFIRMED' ? 'unconfirmed' : 'ready',
      };
    },
    async remove(Username: string): Promise<void> {
      await client.send(new AdminDeleteUserCommand({ UserPoolId, Username }));
    },
  };
}

export type Accounts = ReturnType<typeof createAccounts>;

/** Turns one named service error into undefined; all else is thrown on. */
export const ifNamed =
  (...names: readonly string[]) =>
  (error: unknown): undefined => {
    if (error instanceof Error && names.includes(error.name)) return undefined;
    throw error;
  };
