import { cookies } from '@tessera/contracts/http.ts';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeFrom } from '../local/identity/testing/start.ts';
import type { Visitor } from '../local/identity/testing/visitor.ts';
import { hashOf } from '../platform/session-secret.ts';
import { ada, aria, folio, platform, post, signIn, startWorld, whoIs, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const signedOut = { signedIn: false };
const sessionOf = (visitor: Visitor, shop: string) => visitor.cookies(new URL(shop).host).get(cookies.session)?.value;

/** The address of the hand-off, reached but not yet opened. */
async function untilHandOff(visitor: Visitor, shop: string): Promise<URL> {
  const page = await visitor.visit(`${shop}/api/session/sign-in`);
  let seen = await visitor.submit(page, { email: ada.email, password: ada.password }, { follow: false });
  while (!seen.headers.location?.includes('/handoff'))
    seen = await visitor.visit(new URL(seen.headers.location ?? '', seen.url), { follow: false });
  return new URL(seen.headers.location);
}

describe('sign-in', () => {
  test('goes through the hosted pages and comes back to where it began', async () => {
    const visitor = world.newVisitor();
    expect(await whoIs(visitor, aria)).toEqual(signedOut);
    const landed = await signIn(visitor, aria);
    expect(landed.url.href).toBe(`${aria}/library?from=test`);
    expect(await whoIs(visitor, aria)).toMatchObject({
      signedIn: true,
      user: {
        email: ada.email,
        name: 'Ada',
        roles: ['shopper', 'admin'],
        id: expect.stringMatching(/^usr_[0-9a-f]{32}$/),
      },
    });
  });

  test('sets the session as a host cookie that script cannot read, and takes the binding away', async () => {
    const visitor = world.newVisitor();
    const handOff = await untilHandOff(visitor, aria);
    const { headers } = await visitor.visit(handOff, { follow: false });
    const set = headers['set-cookie']?.find((line) => line.startsWith('__Host-session='));
    expect(set).toMatch(/; Path=\/; .*Secure; HttpOnly; SameSite=Lax$/);
    expect(visitor.cookies(new URL(aria).host).has(cookies.signIn)).toBe(false);
    const stored = await world.sessions.find(world.tenant('aria'), hashOf(sessionOf(visitor, aria) ?? ''));
    expect(stored?.email).toBe(ada.email);
  });

  test('gives a new session id each time and ends the former one', async () => {
    const visitor = world.newVisitor();
    await signIn(visitor, aria);
    const former = sessionOf(visitor, aria) ?? '';
    await signIn(visitor, aria);
    expect(sessionOf(visitor, aria)).not.toBe(former);
    expect(await world.sessions.find(world.tenant('aria'), hashOf(former))).toBeUndefined();
  });

  test('a session id that somebody planted does not become the session', async () => {
    const visitor = world.newVisitor();
    const planted = 'A'.repeat(43);
    visitor.cookies(new URL(aria).host).set(cookies.session, { value: planted, path: '/' });
    await signIn(visitor, aria);
    expect(sessionOf(visitor, aria)).not.toBe(planted);
  });

  test('the hosted pages speak the language of the page that asked, whatever the browser prefers', async () => {
    const headers = { 'accept-language': 'ar' };
    const asked = (query: string) =>
      world.newVisitor().visit(`${aria}/api/session/sign-in${query}`, { headers, follow: false });
    const german = new URL((await asked('?locale=de')).headers.location ?? '');
    expect(german.searchParams.get('ui_locales')).toBe('de');
    expect((await world.newVisitor().visit(german)).text).toContain('<html lang="de" dir="ltr">');
    expect(new URL((await asked('')).headers.location ?? '').searchParams.has('ui_locales')).toBe(false);
    expect((await asked('?locale=tlh')).status).toBe(422);
  });

  test('a new account ends signed in as a shopper of this shop', async () => {
    const visitor = world.newVisitor();
    const page = await visitor.visit(`${aria}/api/session/sign-in?screen=sign-up&return_to=/cart`);
    const verify = await visitor.submit(page, { name: 'Grace', email: 'grace@example.com', password: 'eight or more' });
    const landed = await visitor.submit(verify, { code: await codeFrom(world.mails, 'grace@example.com') });
    expect(landed.url.href).toBe(`${aria}/cart`);
    expect(await whoIs(visitor, aria)).toMatchObject({ user: { name: 'Grace', roles: ['shopper'] } });
  });

  test('a wrong password leaves signed out', async () => {
    const visitor = world.newVisitor();
    const page = await visitor.visit(`${aria}/api/session/sign-in`);
    expect((await visitor.submit(page, { email: ada.email, password: 'wrong one' })).status).toBe(401);
    expect(await whoIs(visitor, aria)).toEqual(signedOut);
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'library',
    '',
  ])('refuses to come back to %j', async (target) => {
    const url = `${aria}/api/session/sign-in?return_to=${encodeURIComponent(target)}`;
    const seen = await world.newVisitor().visit(url, { follow: false });
    expect([seen.status, seen.headers.location]).toEqual([422, undefined]);
  });
});

describe('callback and hand-off', () => {
  test('a state that nobody was given is refused', async () => {
    const seen = await world.newVisitor().visit(`${platform}/api/session/callback?code=x&state=${'s'.repeat(43)}`);
    expect([seen.status, JSON.parse(seen.text).code]).toEqual([403, 'sign_in_expired']);
  });

  test('a callback works once', async () => {
    const visitor = world.newVisitor();
    const page = await visitor.visit(`${aria}/api/session/sign-in`);
    let seen = await visitor.submit(page, { email: ada.email, password: ada.password }, { follow: false });
    while (!seen.headers.location?.startsWith(platform))
      seen = await visitor.visit(new URL(seen.headers.location ?? '', seen.url), { follow: false });
    const callback = seen.headers.location;
    expect((await visitor.visit(callback, { follow: false })).status).toBe(303);
    expect((await visitor.visit(callback, { follow: false })).status).toBe(403);
  });

  test('a hand-off works once, and only in the browser that began', async () => {
    const visitor = world.newVisitor();
    const handOff = await untilHandOff(visitor, aria);
    const thief = world.newVisitor();
    expect((await thief.visit(handOff, { follow: false })).status).toBe(403);
    await thief.visit(`${aria}/api/session/sign-in`, { follow: false });
    expect((await thief.visit(handOff, { follow: false })).status).toBe(403);
    expect((await visitor.visit(handOff, { follow: false })).status).toBe(303);
    expect((await visitor.visit(handOff, { follow: false })).status).toBe(403);
  });

  test('a hand-off is of one shop', async () => {
    const visitor = world.newVisitor();
    const handOff = await untilHandOff(visitor, aria);
    const mark = visitor.cookies(new URL(aria).host).get(cookies.signIn);
    if (mark) visitor.cookies(new URL(folio).host).set(cookies.signIn, mark);
    const elsewhere = new URL(handOff.pathname + handOff.search, folio);
    expect((await visitor.visit(elsewhere, { follow: false })).status).toBe(403);
  });

  test('a hand-off is over after a minute', async () => {
    const visitor = world.newVisitor();
    const handOff = await untilHandOff(visitor, aria);
    world.time.offsetMs = 61_000;
    const seen = await visitor.visit(handOff, { follow: false });
    world.time.offsetMs = 0;
    expect(seen.status).toBe(403);
  });

  test('declining at the hosted pages leads back to the shop, signed out', async () => {
    const visitor = world.newVisitor();
    const start = await visitor.visit(`${aria}/api/session/sign-in?return_to=/cart`, { follow: false });
    const state = new URL(start.headers.location ?? '').searchParams.get('state') ?? '';
    const url = `${platform}/api/session/callback?error=access_denied&state=${state}`;
    expect((await visitor.visit(url, { follow: false })).headers.location).toBe(`${aria}/cart`);
    expect(await whoIs(visitor, aria)).toEqual(signedOut);
  });
});

describe('a session', () => {
  test('is of one tenant: elsewhere its cookie proves nothing and is taken away', async () => {
    const visitor = world.newVisitor();
    await signIn(visitor, aria);
    const value = sessionOf(visitor, aria) ?? '';
    const host = new URL(folio).host;
    visitor.cookies(host).set(cookies.session, { value, path: '/' });
    expect(await whoIs(visitor, folio)).toEqual(signedOut);
    expect(visitor.cookies(host).has(cookies.session)).toBe(false);
    expect(await whoIs(visitor, aria)).toMatchObject({ signedIn: true });
  });

  test('of a second shop has the roles of that shop alone', async () => {
    const visitor = world.newVisitor();
    await signIn(visitor, aria);
    await signIn(visitor, folio);
    expect(await whoIs(visitor, folio)).toMatchObject({ user: { roles: ['shopper', 'staff'] } });
  });

  test('with a token that another key signed is over', async () => {
    const visitor = world.newVisitor();
    await signIn(visitor, aria);
    const hash = hashOf(sessionOf(visitor, aria) ?? '');
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const { keys } = (await (await fetch(world.identity.jwksUrl)).json()) as { keys: { kid: string }[] };
    const forged = await new SignJWT({ client_id: world.identity.clientIdOf('aria'), token_use: 'access' })
      .setProtectedHeader({ alg: 'RS256', kid: keys[0]?.kid ?? '' })
      .setIssuer(world.identity.issuer)
      .setSubject('somebody-else')
      .setExpirationTime('1h')
      .sign(privateKey);
    await world.sessions.renew(world.tenant('aria'), hash, { accessToken: forged, refreshToken: 'x' });
    expect(await whoIs(visitor, aria)).toEqual(signedOut);
    expect(sessionOf(visitor, aria)).toBeUndefined();
  });

  test('with a token of another tenant’s app client is over', async () => {
    const visitor = world.newVisitor();
    await signIn(visitor, aria);
    await signIn(visitor, folio);
    const foreign = await world.sessions.find(world.tenant('folio'), hashOf(sessionOf(visitor, folio) ?? ''));
    const hash = hashOf(sessionOf(visitor, aria) ?? '');
    const { accessToken = '', refreshToken = '' } = foreign ?? {};
    await world.sessions.renew(world.tenant('aria'), hash, { accessToken, refreshToken });
    expect(await whoIs(visitor, aria)).toEqual(signedOut);
  });

  test('past its own end is over', async () => {
    const visitor = world.newVisitor();
    await signIn(visitor, aria);
    world.time.offsetMs = 31 * 24 * 3_600_000;
    expect(await whoIs(visitor, aria)).toEqual(signedOut);
    world.time.offsetMs = 0;
  });

  test.each(['', 'x', 'A'.repeat(43), '../../etc'])('made up as %j is none', async (value) => {
    const visitor = world.newVisitor();
    visitor.cookies(new URL(aria).host).set(cookies.session, { value, path: '/' });
    expect(await whoIs(visitor, aria)).toEqual(signedOut);
  });
});

test('an override is of a person: it goes with who signs out, and before who signs in', async () => {
  const visitor = world.newVisitor();
  const jar = () => visitor.cookies(new URL(aria).host);
  const take = () => jar().set(cookies.override, { value: 'a.b.c', path: '/' });
  await visitor.visit(aria);
  take();
  await signIn(visitor, aria);
  expect(jar().has(cookies.override)).toBe(false);
  take();
  await post(visitor, `${aria}/api/session/sign-out`);
  expect(jar().has(cookies.override)).toBe(false);
});

describe('sign-out', () => {
  test('ends the session, its tokens and the hosted session', async () => {
    const visitor = world.newVisitor();
    await signIn(visitor, aria);
    const value = sessionOf(visitor, aria) ?? '';
    const stored = await world.sessions.find(world.tenant('aria'), hashOf(value));
    const answer = await post(visitor, `${aria}/api/session/sign-out`);
    expect(answer.status).toBe(200);
    const { redirect } = JSON.parse(answer.text) as { redirect: string };
    expect((await visitor.visit(redirect, { follow: false })).headers.location).toBe(`${aria}/`);

    visitor.cookies(new URL(aria).host).set(cookies.session, { value, path: '/' });
    expect(await whoIs(visitor, aria)).toEqual(signedOut);
    const refresh = await fetch(world.identity.tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: world.identity.clientIdOf('aria') ?? '',
        refresh_token: stored?.refreshToken ?? '',
      }),
    });
    expect(refresh.status).toBe(400);
    const again = await visitor.visit(`${aria}/api/session/sign-in`);
    expect(again.text).toContain('<h1>Sign in</h1>');
  });

  test('needs the header that only the shop’s own pages send', async () => {
    const visitor = world.newVisitor();
    await signIn(visitor, aria);
    const seen = await visitor.visit(`${aria}/api/session/sign-out`, { method: 'POST', body: '{}' });
    expect(seen.status).toBe(403);
    expect(await whoIs(visitor, aria)).toMatchObject({ signedIn: true });
  });
});

describe('telemetry', () => {
  const event = { type: 'vital', name: 'LCP', value: 640, at: '2026-11-01T10:00:00.000Z' };
  const batch = (events: unknown[]) => JSON.stringify({ releaseSet: 'set_1', events });
  const send = (body: string, headers: Record<string, string> = {}) =>
    world.newVisitor().visit(`${aria}/api/session/telemetry`, { method: 'POST', body, headers });

  test('takes a beacon without our header', async () => {
    const seen = await send(batch([event]), { 'content-type': 'text/plain', origin: aria });
    expect(seen.status).toBe(202);
    expect(world.seenEvents.at(-1)).toEqual(event);
  });

  test.each([
    ['another site’s', batch([event]), { origin: 'http://evil.example' }, 403],
    ['an unreadable', '{', {}, 400],
    ['an unknown kind of', batch([{ type: 'password', at: event.at }]), {}, 422],
    ['too long a', batch(Array.from({ length: 51 }, () => event)), {}, 422],
    ['too large a', batch([{ ...event, release: 'x'.repeat(40_000) }]), {}, 413],
  ])('refuses %s batch', async (_, body, headers, status) => {
    expect((await send(body, headers)).status).toBe(status);
  });
});
