import {
  AdminAddUserToGroupCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  CreateGroupCommand,
  ListUsersCommand,
  ListUsersInGroupCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { Role } from '@tessera/contracts/api/session.ts';
import { toUserId } from '../../platform/session-roles.ts';
import type { GivenRole, People, Person } from './people.ts';

const GivenRoles = Role.exclude(['platform']);
const teamRoles = GivenRoles.options.filter((role) => role !== 'shopper');
const maxFound = 20;

interface PoolUser {
  username: string;
  person: Omit<Person, 'roles'>;
}

/** The user pool is one for all tenants: groups `<tenant>:<role>` decide who is seen, and no other group is touched. */
export function createPeople(client: CognitoIdentityProviderClient, UserPoolId: string, tenantId: string): People {
  const groupOf = (role: GivenRole): string => `${tenantId}:${role}`;

  async function membersOf(role: GivenRole): Promise<PoolUser[]> {
    const members: PoolUser[] = [];
    let NextToken: string | undefined;
    do {
      const page = await client
        .send(new ListUsersInGroupCommand({ UserPoolId, GroupName: groupOf(role), NextToken }))
        .catch(ifNamed('ResourceNotFoundException'));
      members.push(...(page?.Users ?? []).map(toPoolUser));
      NextToken = page?.NextToken;
    } while (NextToken);
    return members;
  }

  async function rolesOf(Username: string): Promise<GivenRole[]> {
    const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand({ UserPoolId, Username, Limit: 60 }));
    const names = new Set(Groups.map(({ GroupName }) => GroupName));
    return GivenRoles.options.filter((role) => names.has(groupOf(role)));
  }

  async function read(userId: string): Promise<(PoolUser & { roles: GivenRole[] }) | undefined> {
    const sub = subOf(userId);
    const user = sub
      ? await client
          .send(new AdminGetUserCommand({ UserPoolId, Username: sub }))
          .catch(ifNamed('UserNotFoundException'))
      : undefined;
    if (!user) return undefined;
    const known = toPoolUser({ ...user, Attributes: user.UserAttributes });
    const roles = await rolesOf(known.username);
    return known.person.userId === userId && roles.length > 0 ? { ...known, roles } : undefined;
  }

  async function add(Username: string, role: GivenRole): Promise<void> {
    const command = new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: groupOf(role) });
    const added = await client.send(command).catch(ifNamed('ResourceNotFoundException'));
    if (added) return;
    await client
      .send(new CreateGroupCommand({ UserPoolId, GroupName: groupOf(role) }))
      .catch(ifNamed('GroupExistsException'));
    await client.send(command);
  }

  return {
    async team() {
      const byName = new Map<string, PoolUser & { roles: GivenRole[] }>();
      for (const role of teamRoles)
        for (const member of await membersOf(role)) {
          const known = byName.get(member.username) ?? { ...member, roles: ['shopper'] };
          byName.set(member.username, { ...known, roles: [...known.roles, role] });
        }
      return [...byName.values()].map(toPerson).sort((a, b) => (a.email < b.email ? -1 : 1));
    },
    async search(email) {
      const Filter = `email ^= "${email.toLowerCase().replaceAll(/["\\]/g, '')}"`;
      const { Users = [] } = await client.send(new ListUsersCommand({ UserPoolId, Filter, Limit: maxFound }));
      const found = Users.slice(0, maxFound).map(toPoolUser);
      const withRoles = await Promise.all(
        found.map(async (user) => ({ ...user, roles: await rolesOf(user.username) })),
      );
      return withRoles.filter(({ roles }) => roles.length > 0).map(toPerson);
    },
    async find(userId) {
      const known = await read(userId);
      return known && toPerson(known);
    },
    async setRoles(userId, roles) {
      const known = await read(userId);
      if (!known) return undefined;
      const wanted: GivenRole[] = GivenRoles.options.filter((role) => role === 'shopper' || roles.includes(role));
      for (const role of wanted) if (!known.roles.includes(role)) await add(known.username, role);
      for (const role of known.roles)
        if (!wanted.includes(role))
          await client.send(
            new AdminRemoveUserFromGroupCommand({ UserPoolId, Username: known.username, GroupName: groupOf(role) }),
          );
      return toPerson({ ...known, roles: wanted });
    },
  };
}

const toPerson = ({ person, roles }: PoolUser & { roles: GivenRole[] }): Person => ({ ...person, roles });

interface CognitoUser {
  Username?: string | undefined;
  Attributes?: AttributeType[] | undefined;
  Enabled?: boolean | undefined;
  UserCreateDate?: Date | undefined;
}

function toPoolUser({ Username = '', Attributes = [], Enabled, UserCreateDate }: CognitoUser): PoolUser {
  const attribute = (name: string) => Attributes.find(({ Name }) => Name === name)?.Value ?? '';
  const email = attribute('email');
  return {
    username: Username,
    person: {
      userId: toUserId(attribute('sub')),
      email,
      name: attribute('name') || email,
      enabled: Enabled !== false,
      createdAt: (UserCreateDate ?? new Date(0)).toISOString(),
    },
  };
}

/** `usr_` and the 32 digits of a UUID. */
function subOf(userId: string): string | undefined {
  const parts = /^usr_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(userId);
  return parts?.slice(1).join('-');
}

/** Turns one named service error into undefined; all else is thrown on. */
const ifNamed =
  (name: string) =>
  (error: unknown): undefined => {
    if (error instanceof Error && error.name === name) return undefined;
    throw error;
  };
