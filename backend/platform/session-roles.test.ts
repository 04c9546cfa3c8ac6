import { Role } from '@tessera/contracts/api/session.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toRoles, toUserId } from './session-roles.ts';

const tenant = fc.stringMatching(/^[a-z][a-z0-9-]{1,12}[a-z0-9]$/);
const name = fc.constantFrom(...Role.options, 'root', '', 'ADMIN');

test('groups of other tenants grant nothing', () => {
  fc.assert(
    fc.property(tenant, fc.array(fc.tuple(tenant, name)), (own, groups) => {
      const foreign = groups.filter(([other]) => other !== own && other !== 'platform');
      expect(
        toRoles(
          foreign.map(([other, role]) => `${other}:${role}`),
          own,
        ),
      ).toEqual(['shopper']);
    }),
  );
});

test('the platform’s own team is named by one group, never by a tenant’s', () => {
  expect(toRoles(['platform:admin'], 'aria')).toContain('platform');
  expect(toRoles(['aria:platform', 'aria:admin:platform', 'platform:staff'], 'aria')).toEqual(['shopper']);
});

test('a user id is Cognito’s sub without dashes', () => {
  expect(toUserId('0f2c6f6e-8a2b-4e6f-9d1c-000000000001')).toBe('usr_0f2c6f6e8a2b4e6f9d1c000000000001');
});
