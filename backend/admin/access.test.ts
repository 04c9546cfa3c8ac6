import { adminApi } from '@tessera/contracts/api/admin.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const bodies: Record<string, unknown> = {
  importUpload: { contentType: 'text/csv', bytes: 10 },
  addDomain: { host: 'books.example' },
  setRoles: { roles: ['staff'] },
  setFlag: { enabled: true, version: 1 },
  createStore: { name: 'A', slug: 'a' },
  createProduct: {},
  reserveRelease: {},
  commitRelease: {},
  createDeployToken: {},
  promote: {},
  rollback: {},
  pause: {},
  resume: {},
  quarantine: {},
  createDiscount: {},
  changeDiscount: {},
  makeDiscountCodes: { count: 1 },
};
const operations = Object.entries(adminApi)
  .filter(([, endpoint]) => 'security' in endpoint)
  .map(([name, { method, path }]) => ({
    name,
    method: method.toUpperCase(),
    path: path
      .replace('{id}', 'usr_0')
      .replace('{host}', 'a.example')
      .replace('{name}', 'chat')
      .replace('{remote}', 'mfe-catalog')
      .replace('{version}', '1.0.0'),
  }));
const ask = (operation: (typeof operations)[number], as: string | null) =>
  world.call(operation.method, operation.path, {
    as,
    ...(operation.method === 'GET' ? {} : { body: bodies[operation.name] ?? '' }),
  });

test('all is for somebody but how a command line signs in, and a browser’s own way into an override and out of it', () => {
  const open = Object.entries(adminApi).filter(([, endpoint]) => !('security' in endpoint));
  expect(open.map(([name]) => name)).toEqual(['cliSignIn', 'openOverride', 'leaveOverride']);
});

test.each(operations)('$name asks who it is', async (operation) => {
  expect((await ask(operation, null)).status).toBe(401);
});

test.each(operations)('$name is nothing for a shopper', async (operation) => {
  expect((await ask(operation, 'usr_1:shopper')).status).toBe(403);
});

const ofStaff = [
  'overview',
  'orders',
  'order',
  'works',
  'import',
  'imports',
  'importUpload',
  'importJob',
  'flags',
  'discounts',
];
test.each(operations)('$name keeps staff to reading and importing', async (operation) => {
  const { status } = await ask(operation, 'usr_1:shopper,staff');
  if (ofStaff.includes(operation.name)) expect(status).not.toBe(403);
  else expect(status).toBe(403);
});

test.each(operations)('$name is open to the platform’s team', async (operation) => {
  expect([401, 403]).not.toContain((await ask(operation, 'usr_1:platform')).status);
});

test('a session of another tenant is none', async () => {
  const cookie = '__Host-session=folio:usr_1:admin';
  expect((await world.get('/api/admin/orders', { as: null, more: { cookie } })).status).toBe(401);
});

test('a change without the CSRF header is refused', async () => {
  const answer = await world.post('/api/admin/domains', { host: 'a.example' }, { more: { 'x-tessera-csrf': '' } });
  expect(answer.status).toBe(403);
});
