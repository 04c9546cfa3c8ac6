import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  authOrigin,
  authorizeUrl,
  callbackUrl,
  codeFrom,
  startTestIdentity,
  type TestIdentity,
} from './testing/start.ts';
import type { Seen, Visitor } from './testing/visitor.ts';

const Tokens = z.object({ access_token: z.string(), id_token: z.string(), refresh_token: z.string() });
const ada = {
  email: 'ada@example.com',
  name: 'Ada',
  password: 'a long sentence',
  groups: ['aria:admin', 'folio:shopper'],
};

let world: TestIdentity;
let clientId = '';
beforeAll(async () => {
  world = await startTestIdentity();
  clientId = world.identity.clientIdOf('aria') ?? '';
  await world.identity.ensureUser(ada);
});
afterAll(() => world.stop());

const isCallback = (seen: Seen) => seen.headers.location?.startsWith(callbackUrl) ?? false;

/** Follows redirects up to the shop's callback, which these tests do not serve. */
async function untilCallback(visitor: Visitor, first: Seen): Promise<URL> {
  let seen = first;
  while (!isCallback(seen)) {
    if (!seen.headers.location) throw new Error(`Stopped at ${seen.url.href} (${seen.status}): ${seen.text}`);
    seen = await visitor.visit(new URL(seen.headers.location, seen.url), { follow: false });
  }
  return new URL(seen.headers.location ?? '');
}

async function askForTokens(form: Record<string, string>): Promise<Response> {
  return fetch(world.identity.tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, ...form }),
  });
}

async function signIn(visitor: Visitor, password = ada.password) {
  const { url, verifier } = authorizeUrl(clientId);
  const page = await visitor.visit(url);
  const answer = await visitor.submit(page, { email: 'Ada@Example.com', password }, { follow: false });
  return { page, answer, verifier };
}

describe('sign-in', () => {
  test('the page names the shop, loads its typeface alone and runs no script', async () => {
    const page = await world.newVisitor().visit(authorizeUrl(clientId).url);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Aria Records');
    expect(page.text).not.toMatch(/<script| style="/);
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'; style-src 'self' 'sha256-/);
    const sheet = /<link rel="stylesheet" href="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const fonts = await world.newVisitor().visit(new URL(sheet, authOrigin));
    expect([fonts.status, fonts.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await world.newVisitor().visit(new URL('../package.json', new URL(sheet, authOrigin)))).status).toBe(404);
  });

  test('a password leads to a code, and the code to tokens shaped like Cognito’s', async () => {
    const visitor = world.newVisitor();
    const { answer, verifier } = await signIn(visitor);
    const callback = await untilCallback(visitor, answer);
    expect(callback.searchParams.get('state')).toBe('state-of-the-shop');
    const form = {
      grant_type: 'authorization_code',
      code: callback.searchParams.get('code') ?? '',
      redirect_uri: callbackUrl,
      code_verifier: verifier,
    };
    const tokens = Tokens.parse(await (await askForTokens(form)).json());
    const keys = createRemoteJWKSet(new URL(world.identity.jwksUrl));
    const access = await jwtVerify(tokens.access_token, keys, { issuer: authOrigin });
    expect(access.payload).toMatchObject({ client_id: clientId, token_use: 'access', scope: 'openid email profile' });
    expect(access.payload['cognito:groups']).toEqual(['aria:admin', 'folio:shopper']);
    expect(access.payload['username']).toBe(access.payload.sub);
    const id = await jwtVerify(tokens.id_token, keys, { issuer: authOrigin, audience: clientId });
    expect(id.payload).toMatchObject({ token_use: 'id', email: ada.email, name: 'Ada', sub: access.payload.sub });
    expect(id.payload['cognito:username']).toBe(access.payload.sub);

    const again = await askForTokens({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
    expect(decodeJwt(z.object({ access_token: z.string() }).parse(await again.json()).access_token)).toMatchObject({
      client_id: clientId,
    });
    expect((await askForTokens(form)).status).toBe(400);
  });

  test('a request without PKCE is refused', async () => {
    const { url } = authorizeUrl(clientId);
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');
    const callback = await untilCallback(world.newVisitor(), await world.newVisitor().visit(url, { follow: false }));
    expect(callback.searchParams.get('error')).toBe('invalid_request');
  });

  test('another callback is refused without a redirect', async () => {
    const { url } = authorizeUrl(clientId);
    url.searchParams.set('redirect_uri', 'http://evil.example/');
    const seen = await world.newVisitor().visit(url, { follow: false });
    expect([seen.status, seen.headers.location]).toEqual([400, undefined]);
  });

  test('a wrong password and an unknown address get the same answer', async () => {
    const visitor = world.newVisitor();
    const { answer, page } = await signIn(visitor, 'not the password');
    const unknown = await visitor.submit(page, { email: 'nobody@example.com', password: 'not the password' });
    expect([answer.status, unknown.status]).toEqual([401, 401]);
    expect(unknown.text.replaceAll('nobody@example.com', '')).toBe(answer.text.replaceAll('Ada@Example.com', ''));
    expect(answer.text).toContain('The e-mail address or the password is not right.');
    expect(answer.text).not.toContain('not the password"');
  });

  test('five failures lock for a moment, also for the right password', async () => {
    await world.identity.ensureUser({ ...ada, email: 'lock@example.com', groups: [] });
    const visitor = world.newVisitor();
    const page = await visitor.visit(authorizeUrl(clientId).url);
    const attempt = (password: string) => visitor.submit(page, { email: 'lock@example.com', password });
    for (let failures = 1; failures < 5; failures += 1) expect((await attempt('wrong')).status).toBe(401);
    expect((await attempt('wrong')).status).toBe(429);
    const locked = await attempt(ada.password);
    expect([locked.status, Number(locked.headers['retry-after']) > 0]).toEqual([429, true]);
  });

  test('a form posted from another origin, or without the browser that asked, is refused', async () => {
    const visitor = world.newVisitor();
    const page = await visitor.visit(authorizeUrl(clientId).url);
    const values = { email: ada.email, password: ada.password };
    expect((await visitor.submit(page, values, { headers: { origin: 'http://evil.example' } })).status).toBe(403);
    expect((await world.newVisitor().submit(page, values)).status).toBe(400);
  });

  test('an empty form says what is missing beside each field', async () => {
    const visitor = world.newVisitor();
    const page = await visitor.visit(authorizeUrl(clientId).url);
    const answer = await visitor.submit(page, { email: 'not-an-address', password: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('aria-describedby="email-error"');
    expect(answer.text).toContain('Enter your password.');
  });
});

describe('sign-up', () => {
  const begin = async (visitor: Visitor, email: string, password = 'eight or more') => {
    const page = await visitor.visit(authorizeUrl(clientId, '/signup').url);
    expect(page.text).toContain('Create an account');
    return visitor.submit(page, { name: 'Grace', email, password });
  };

  test('the mailed code confirms the address, puts the account into the shop’s group and signs in', async () => {
    const visitor = world.newVisitor();
    const page = await begin(visitor, 'grace@example.com');
    expect(page.text).toContain('Check your mail');
    const wrong = await visitor.submit(page, { code: '000000' });
    expect([wrong.status, wrong.text.includes('This is not the code')]).toEqual([422, true]);
    const done = await visitor.submit(
      page,
      { code: await codeFrom(world.mails, 'grace@example.com') },
      { follow: false },
    );
    const callback = await untilCallback(visitor, done);
    expect(callback.searchParams.get('code')).toBeTruthy();
    expect(world.mails.some((mail) => mail.subject === 'Confirm your address at Aria Records')).toBe(true);
  });

  test('a known address leads to the same page, whatever is done there; only its mail tells', async () => {
    const [one, other] = [world.newVisitor(), world.newVisitor()];
    const known = await begin(one, ada.email);
    const fresh = await begin(other, 'fresh@example.com');
    const strip = (text: string) => text.replaceAll(/interaction\/[\w-]+/g, '').replaceAll(/\S+@example\.com/g, '');
    expect(strip(known.text)).toBe(strip(fresh.text));
    expect(world.mails.some((mail) => mail.to === ada.email && mail.subject.startsWith('You already have'))).toBe(true);
    const right = await codeFrom(world.mails, 'fresh@example.com');
    const code = right === '111111' ? '222222' : '111111';
    for (let tries = 0; tries < 7; tries += 1) {
      const answers = await Promise.all([one.submit(known, { code }), other.submit(fresh, { code })]);
      expect(strip(answers[0].text), `try ${tries}`).toBe(strip(answers[1].text));
    }
    const again = (page: Seen) => new URL('./resend', page.url);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const resent = await Promise.all([
      one.visit(again(known), { method: 'POST', headers }),
      other.visit(again(fresh), { method: 'POST', headers }),
    ]);
    expect(strip(resent[0].text)).toBe(strip(resent[1].text));
    expect((await one.submit(known, { code })).text).toContain('This is not the code');
  });

  test('a password left unconfirmed by somebody else does not survive the owner’s own sign-up', async () => {
    await begin(world.newVisitor(), 'owner@example.com', 'the squatter’s');
    const stale = await codeFrom(world.mails, 'owner@example.com');
    const owner = world.newVisitor();
    const page = await begin(owner, 'owner@example.com', 'the owner’s own');
    const latest = await codeFrom(world.mails, 'owner@example.com');
    if (stale !== latest) expect((await owner.submit(page, { code: stale })).status).toBe(422);
    await owner.submit(page, { code: latest }, { follow: false });
    const visitor = world.newVisitor();
    const signInPage = await visitor.visit(authorizeUrl(clientId).url);
    const squatter = { email: 'owner@example.com', password: 'the squatter’s' };
    expect((await visitor.submit(signInPage, squatter)).status).toBe(401);
  });

  test('five wrong codes end the code', async () => {
    const visitor = world.newVisitor();
    const page = await begin(visitor, 'guess@example.com');
    const code = await codeFrom(world.mails, 'guess@example.com');
    const wrong = code === '111111' ? '222222' : '111111';
    for (let tries = 0; tries < 5; tries += 1) await visitor.submit(page, { code: wrong });
    const answer = await visitor.submit(page, { code });
    expect([answer.status, answer.text.includes('no longer works')]).toEqual([422, true]);
  });

  test('a short password is refused', async () => {
    const answer = await begin(world.newVisitor(), 'short@example.com', 'short');
    expect([answer.status, answer.text.includes('Use at least 8 characters.')]).toEqual([422, true]);
  });
});

describe('password reset', () => {
  test('the mailed code sets a new password and signs in; the old one is gone', async () => {
    const email = 'reset@example.com';
    await world.identity.ensureUser({ ...ada, email, groups: ['aria:shopper'] });
    const visitor = world.newVisitor();
    const start = await visitor.visit(authorizeUrl(clientId).url);
    const forgot = await visitor.visit(`${start.url.href.replace(/\/$/, '')}/forgot`);
    const page = await visitor.submit(forgot, { email });
    expect(page.text).toContain('Choose a new password');
    const code = await codeFrom(world.mails, email);
    const done = await visitor.submit(page, { code, password: 'brand new words' }, { follow: false });
    expect((await untilCallback(visitor, done)).searchParams.get('code')).toBeTruthy();
    const other = world.newVisitor();
    const signInPage = await other.visit(authorizeUrl(clientId).url);
    expect((await other.submit(signInPage, { email, password: ada.password })).status).toBe(401);
  });

  test('an unknown address reads the same', async () => {
    const visitor = world.newVisitor();
    const start = await visitor.visit(authorizeUrl(clientId).url);
    const forgot = await visitor.visit(`${start.url.href}/forgot`);
    const page = await visitor.submit(forgot, { email: 'unknown@example.com' });
    expect(page.text).toContain('Choose a new password');
    expect((await visitor.submit(page, { code: '123456', password: 'brand new words' })).status).toBe(422);
  });
});

describe('sign-out', () => {
  test('ends the hosted session and goes back to the shop, and to nowhere else', async () => {
    const visitor = world.newVisitor();
    const { answer } = await signIn(visitor);
    await untilCallback(visitor, answer);
    const silent = await visitor.visit(authorizeUrl(clientId).url, { follow: false });
    expect(isCallback(silent)).toBe(true);
    const out = (uri: string) => {
      const url = new URL('/logout', authOrigin);
      url.search = new URLSearchParams({ client_id: clientId, logout_uri: uri }).toString();
      return visitor.visit(url, { follow: false });
    };
    expect((await out('http://aria.localhost:8080/de/')).headers.location).toBe('http://aria.localhost:8080/de/');
    expect((await visitor.visit(authorizeUrl(clientId).url)).text).toContain('<h1>Sign in</h1>');
    const elsewhere = await out('http://evil.example/');
    expect([elsewhere.status, elsewhere.headers.location]).toEqual([200, undefined]);
  });
});

describe('languages', () => {
  const inLanguage = (language: string, path?: string) => {
    const { url } = authorizeUrl(clientId, path);
    url.searchParams.set('ui_locales', language);
    return url;
  };

  test('the language that was asked for stays through the steps and their mails', async () => {
    const visitor = world.newVisitor();
    const page = await visitor.visit(inLanguage('ar', '/signup'));
    expect(page.text).toContain('<html lang="ar" dir="rtl">');
    const refused = await visitor.submit(page, { name: '', email: 'x', password: 'kurz' });
    expect(refused.text).toContain('اكتب اسمك.');
    const email = 'amina@example.com';
    const verify = await visitor.submit(page, { name: 'أمينة', email, password: 'eight or more' });
    expect(verify.text).toContain('تحقّق من بريدك');
    const code = await codeFrom(world.mails, email);
    expect(world.mails.find(({ to }) => to === email)?.html).toContain('<html lang="ar" dir="rtl">');
    const again = await visitor.visit(new URL('./resend', verify.url), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(again.text).toContain('رمز جديد في الطريق');
    const latest = await codeFrom(world.mails, email);
    expect(world.mails.findLast(({ to }) => to === email)?.subject).toBe('أكّد عنوانك في Aria Records');
    // As an Arabic keyboard types it.
    const typed = latest.replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    const done = await visitor.submit(verify, { code: typed }, { follow: false });
    expect((await untilCallback(visitor, done)).searchParams.get('code')).toBeTruthy();
    expect(code).toMatch(/^\d{6}$/);
  });

  test('without a wish the browser decides, for pages that belong to no sign-in too', async () => {
    const headers = { 'accept-language': 'fr, de-AT;q=0.8' };
    const visitor = world.newVisitor();
    expect((await visitor.visit(authorizeUrl(clientId).url, { headers, follow: false })).status).toBe(303);
    expect((await visitor.visit(new URL('/', authOrigin), { headers })).text).toContain('<html lang="de" dir="ltr">');
    const stale = await visitor.visit(new URL('/interaction/0123456789', authOrigin), { headers });
    expect([stale.status, stale.text.includes('Das hat nicht geklappt')]).toEqual([400, true]);
    const refused = new URL('/oauth2/authorize?client_id=nobody', authOrigin);
    expect((await visitor.visit(refused, { headers })).text).toContain('Das hat nicht geklappt');
  });
});

test('accounts, keys and hosted sessions survive a restart', async () => {
  const first = await startTestIdentity();
  const client = first.identity.clientIdOf('aria') ?? '';
  await first.identity.ensureUser(ada);
  const keys = await (await fetch(first.identity.jwksUrl)).text();
  await first.stop({ keep: true });
  const second = await startTestIdentity({ stateDir: first.stateDir });
  try {
    expect(second.identity.clientIdOf('aria')).toBe(client);
    expect(await (await fetch(second.identity.jwksUrl)).text()).toBe(keys);
    const visitor = second.newVisitor();
    const page = await visitor.visit(authorizeUrl(client).url);
    const answer = await visitor.submit(page, { email: ada.email, password: ada.password }, { follow: false });
    expect(answer.status).toBe(303);
  } finally {
    await second.stop();
  }
});
