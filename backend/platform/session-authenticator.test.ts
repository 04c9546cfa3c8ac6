import { TenantId } from '@tessera/contracts/ids.ts';
import { expect, test } from 'vitest';
import { composeAuthenticator } from './session-authenticator.ts';
import { hashOf } from './session-secret.ts';
import type { SessionStore, StoredSession } from './session-store.ts';
import type { TokenEndpoint } from './token-endpoint.ts';
import type { TokenVerifier } from './token-verifier.ts';

const aria = TenantId.parse('aria');
const now = new Date('2026-11-01T10:00:00Z');
const cookie = 'c'.repeat(43);

function createStore(session: Partial<StoredSession> = {}) {
  const stored = new Map<string, StoredSession>();
  const hash = hashOf(cookie);
  stored.set(`aria#${hash}`, {
    tenantId: 'aria',
    hash,
    userId: 'usr_ada',
    email: 'ada@example.com',
    name: 'Ada',
    accessToken: 'fresh',
    refreshToken: 'refresh',
    createdAt: now.toISOString(),
    ttl: now.getTime() / 1000 + 60,
    ...session,
  });
  const store: SessionStore = {
    findClientId: () => Promise.resolve('client-of-aria'),
    find: (tenantId, key) => Promise.resolve(stored.get(`${tenantId}#${key}`)),
    create: () => Promise.resolve(),
    renew: () => Promise.resolve(),
    remove: (tenantId, key) => Promise.resolve(void stored.delete(`${tenantId}#${key}`)),
  };
  return { store, isKept: () => stored.has(`aria#${hash}`) };
}

const verifier: TokenVerifier = {
  access: (token) =>
    Promise.resolve(
      token === 'fresh'
        ? { ok: true, claims: { sub: 'a-da', exp: 0, 'cognito:groups': ['aria:staff', 'folio:admin'] } }
        : { ok: false, reason: token === 'old' ? 'expired' : 'forged' },
    ),
  id: () => Promise.resolve({ ok: false, reason: 'forged' }),
};

const endpointThat = (refresh: TokenEndpoint['refresh']): TokenEndpoint => ({
  exchange: () => Promise.resolve({ ok: false, reason: 'refused' }),
  refresh,
  revoke: () => Promise.resolve(),
});
const renewing = endpointThat(() => Promise.resolve({ ok: true, accessToken: 'fresh' }));

const authenticate = (store: SessionStore, endpoint = renewing, clock = () => now) =>
  composeAuthenticator({ sessions: store, verifier, endpoint, clock })(cookie, aria);

test('answers who it is, with the roles of this tenant', async () => {
  const { store } = createStore();
  expect(await authenticate(store)).toEqual({
    userId: 'usr_ada',
    email: 'ada@example.com',
    name: 'Ada',
    roles: ['shopper', 'staff'],
    sessionId: hashOf(cookie),
  });
});

test('renews a token that has run out', async () => {
  expect(await authenticate(createStore({ accessToken: 'old' }).store)).toMatchObject({ userId: 'usr_ada' });
});

test('ends the session where the issuer refuses, and where the token is forged', async () => {
  const refused = createStore({ accessToken: 'old' });
  const refusing = endpointThat(() => Promise.resolve({ ok: false, reason: 'refused' }));
  expect(await authenticate(refused.store, refusing)).toBeUndefined();
  const forged = createStore({ accessToken: 'forged' });
  expect(await authenticate(forged.store)).toBeUndefined();
  expect([refused.isKept(), forged.isKept()]).toEqual([false, false]);
});

test('an issuer that is down ends nothing', async () => {
  const { store, isKept } = createStore({ accessToken: 'old' });
  const down = endpointThat(() => Promise.reject(new Error('down')));
  await expect(authenticate(store, down)).rejects.toThrow('down');
  expect(isKept()).toBe(true);
});

test('is over on the second it ends', async () => {
  const { store } = createStore({ ttl: now.getTime() / 1000 });
  expect(await authenticate(store)).toBeUndefined();
});

test('a token of somebody else proves nothing', async () => {
  expect(await authenticate(createStore({ userId: 'usr_grace' }).store)).toBeUndefined();
});
