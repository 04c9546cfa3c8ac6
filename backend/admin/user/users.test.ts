import { AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toUserId } from '../../platform/session-roles.ts';
import { createSessionEntity } from '../../table/session.ts';
import { Items, startWorld, type World } from '../testing/world.ts';

let world: World;
const ids: Record<string, string> = {};

async function idOf(email: string): Promise<string> {
  const user = await world.cognito.send(
    new AdminGetUserCommand({ UserPoolId: world.identity.userPoolId, Username: email }),
  );
  return toUserId(user.UserAttributes?.find(({ Name }) => Name === 'sub')?.Value ?? '');
}

beforeAll(async () => {
  world = await startWorld();
  const people: Record<string, string[]> = {
    boss: ['aria:admin', 'aria:shopper'],
    clerk: ['aria:staff', 'folio:admin'],
    buyer: ['aria:shopper'],
    stranger: ['folio:admin', 'folio:shopper'],
  };
  for (const [name, groups] of Object.entries(people)) {
    const email = `${name}@example.com`;
    await world.identity.ensureUser({ email, name, password: 'a long sentence', groups });
    ids[name] = await idOf(email);
  }
});
afterAll(() => world.stop());

const people = async (query = '', tenant = 'aria') =>
  Items.parse(await world.json(`/api/admin/users${query}`, { tenant })).items;
const setRoles = (name: string, roles: string[], as = 'usr_boss:admin') =>
  world.post(`/api/admin/users/${ids[name] ?? name}/roles`, { roles }, { as });

test('the team is whoever is more than a shopper here, with the roles of this shop alone', async () => {
  expect((await people()).map(({ email, roles }) => [email, roles])).toEqual([
    ['boss@example.com', ['shopper', 'admin']],
    ['clerk@example.com', ['shopper', 'staff']],
  ]);
});

test('a shopper is found by the beginning of their address, a person of another shop is not', async () => {
  expect((await people('?q=Buyer@')).map(({ id }) => id)).toEqual([ids['buyer']]);
  expect(await people('?q=stranger')).toEqual([]);
});

test('roles are set, groups of other shops stay, sessions of who lost one end', async () => {
  const sessions = createSessionEntity(world.table);
  const userId = ids['clerk'] ?? '';
  const session = { userId, hash: 'h', email: '', name: '', accessToken: '', refreshToken: '', createdAt: '1', ttl: 9 };
  await sessions.put({ ...session, tenantId: 'aria' }).go();
  await sessions.put({ ...session, tenantId: 'folio' }).go();
  const given = await setRoles('clerk', ['staff', 'developer']);
  expect(given.status).toBe(200);
  expect(await given.json()).toMatchObject({ id: userId, roles: ['shopper', 'staff', 'developer'] });
  expect((await sessions.get({ tenantId: 'aria', hash: 'h' }).go()).data).not.toBeNull();
  await setRoles('clerk', ['developer']);
  expect((await sessions.get({ tenantId: 'aria', hash: 'h' }).go()).data).toBeNull();
  expect((await sessions.get({ tenantId: 'folio', hash: 'h' }).go()).data).not.toBeNull();
  expect((await people('', 'folio')).find(({ id }) => id === userId)?.['roles']).toEqual(['shopper', 'admin']);
  expect(await world.audited(userId)).toEqual(['roles.set by usr_boss', 'roles.set by usr_boss']);
});

test('the same roles twice change nothing', async () => {
  const [first, second] = [await setRoles('buyer', ['creator']), await setRoles('buyer', ['creator'])];
  expect(await first.text()).toBe(await second.text());
  await setRoles('buyer', []);
});

test('nobody takes the admin role from themselves', async () => {
  const answer = await setRoles('boss', ['staff'], `${ids['boss']}:admin`);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ code: 'own_admin_role' });
});

test('a person of another shop is answered like one who is not there', async () => {
  const answers = [await setRoles('stranger', ['staff']), await setRoles(`usr_${'0'.repeat(32)}`, ['staff'])];
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  expect(await answers[0]?.text()).toBe(await answers[1]?.text());
  expect((await setRoles('usr_x', [])).status).toBe(404);
});

test.each([[['platform']], [['king']]])('%j is no role to give', async (roles) => {
  expect((await setRoles('buyer', roles)).status).toBe(422);
});
