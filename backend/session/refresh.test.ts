import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookies } from '@tessera/contracts/http.ts';
import { hashOf } from '../platform/session-secret.ts';
import { aria, post, signIn, startWorld, whoIs, type World } from './testing/world.ts';

/** A world whose access tokens run out at once, so that every look at the session renews its token. */
let world: World;
beforeAll(async () => {
  world = await startWorld({ lifetimes: { accessTokenSeconds: 1 } });
});
afterAll(() => world.stop());

const runOut = () => new Promise((resolve) => setTimeout(resolve, 1_600));

test('a token that has run out is renewed in silence, once for requests that come together', async () => {
  const visitor = world.newVisitor();
  await signIn(visitor, aria);
  const hash = hashOf(visitor.cookies(new URL(aria).host).get(cookies.session)?.value ?? '');
  const before = await world.sessions.find(world.tenant('aria'), hash);
  await runOut();
  const seen = await Promise.all(Array.from({ length: 4 }, () => whoIs(visitor, aria)));
  expect(seen).toEqual(Array.from({ length: 4 }, () => expect.objectContaining({ signedIn: true })));
  const after = await world.sessions.find(world.tenant('aria'), hash);
  expect(after?.accessToken).not.toBe(before?.accessToken);
});

test('where the refresh token is refused, the session ends', async () => {
  const visitor = world.newVisitor();
  await signIn(visitor, aria);
  const hash = hashOf(visitor.cookies(new URL(aria).host).get(cookies.session)?.value ?? '');
  const stored = await world.sessions.find(world.tenant('aria'), hash);
  await world.sessions.renew(world.tenant('aria'), hash, {
    accessToken: stored?.accessToken ?? '',
    refreshToken: 'not-a-refresh-token',
  });
  await runOut();
  expect(await whoIs(visitor, aria)).toEqual({ signedIn: false });
  expect(await world.sessions.find(world.tenant('aria'), hash)).toBeUndefined();
});

test('a session that was ended does not come back by a renewal that was under way', async () => {
  const visitor = world.newVisitor();
  await signIn(visitor, aria);
  const hash = hashOf(visitor.cookies(new URL(aria).host).get(cookies.session)?.value ?? '');
  await post(visitor, `${aria}/api/session/sign-out`);
  await world.sessions.renew(world.tenant('aria'), hash, { accessToken: 'late', refreshToken: 'late' });
  expect(await world.sessions.find(world.tenant('aria'), hash)).toBeUndefined();
});
