import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exitCodes } from '../exit-codes.ts';
import { problem, startShopServer, type Answer, type Asked } from '../testing/shop-server.ts';
import { openTerminal } from '../testing/terminal.ts';

const caller = { kind: 'person', id: 'usr_dev', name: 'Devi', roles: ['developer'], tenantId: 'aria' };
const redirectUri = 'http://127.0.0.1:21971/callback';

function shopWithSignIn(more: (asked: Asked) => Answer | undefined = () => undefined) {
  return startShopServer((asked, origin) => {
    const found = more(asked);
    if (found) return found;
    if (asked.path === '/api/admin/cli/sign-in')
      return {
        status: 200,
        json: {
          ...{ issuer: origin, clientId: 'cli', scopes: ['openid'], redirectUris: [redirectUri] },
          ...{ authorizeUrl: `${origin}/oauth2/authorize`, tokenUrl: `${origin}/oauth2/token` },
        },
      };
    if (asked.path === '/oauth2/token')
      return { status: 200, json: { access_token: `of ${asked.body}`, refresh_token: 'refresh', expires_in: 3600 } };
    if (asked.path === '/oauth2/revoke') return { status: 200 };
    if (asked.path === '/api/admin/caller')
      return asked.authorization === undefined ? problem(401, 'unauthenticated') : { status: 200, json: caller };
    return problem(404, 'not_found');
  });
}

/** A browser whose person signs in at once: it is led back with what it was sent with. */
const browser = (code = 'the-code', change = (state: string): string => state) => {
  const seen: URL[] = [];
  return {
    seen,
    openBrowser: async (address: string) => {
      const url = new URL(address);
      seen.push(url);
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', change(url.searchParams.get('state') ?? ''));
      await fetch(back);
      return true;
    },
  };
};

test('signs in by code and PKCE, and keeps the tokens where only their owner can read them', async () => {
  await using terminal = await openTerminal();
  await using shop = await shopWithSignIn();
  const { openBrowser, seen } = browser();
  const ran = await terminal.run(`login --shop ${shop.origin}`, { openBrowser });
  expect(ran).toMatchObject({ exit: 0, out: `Signed in at ${shop.origin} as Devi (developer).\n` });

  const asked = new URLSearchParams(shop.asked.find(({ path: at }) => at === '/oauth2/token')?.body);
  expect(Object.fromEntries(asked)).toMatchObject({
    grant_type: 'authorization_code',
    code: 'the-code',
    client_id: 'cli',
    redirect_uri: redirectUri,
  });
  const challenge = createHash('sha256')
    .update(asked.get('code_verifier') ?? '')
    .digest('base64url');
  expect(seen[0]?.searchParams.get('code_challenge')).toBe(challenge);
  expect(seen[0]?.searchParams.get('code_challenge_method')).toBe('S256');

  const file = path.join(terminal.folder, 'config/tessera/credentials.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
  expect(ran.out + ran.err).not.toContain('of grant_type');
});

test('an answer to another sign-in is not taken', async () => {
  await using terminal = await openTerminal();
  await using shop = await shopWithSignIn();
  const forged = browser('stolen', () => 'another-state');
  const honest = browser();
  const ran = await terminal.run(`login --shop ${shop.origin}`, {
    openBrowser: async (address) => (await forged.openBrowser(address)) && honest.openBrowser(address),
  });
  expect(ran.exit).toBe(0);
  expect(
    shop.asked
      .filter(({ path: at }) => at === '/oauth2/token')
      .map(({ body }) => body)
      .join(),
  ).not.toContain('stolen');
});

test('a token is renewed before it ends, and kept', async () => {
  await using terminal = await openTerminal();
  await using shop = await shopWithSignIn((asked) =>
    asked.path.startsWith('/api/admin/releases')
      ? { status: 200, json: { live: [], remotes: [], items: [] } }
      : undefined,
  );
  await terminal.run(`login --shop ${shop.origin}`, browser());
  const later = Date.now() + 3_590_000;
  await terminal.run(`releases --shop ${shop.origin}`, { now: () => later });
  await terminal.run(`releases --shop ${shop.origin}`, { now: () => later });
  const renewals = shop.asked.filter(({ body }) => body.includes('grant_type=refresh_token'));
  expect(renewals).toHaveLength(1);
  expect(shop.asked.at(-1)?.authorization).toContain('refresh_token=refresh');
});

test('logout forgets the tokens here and ends them there', async () => {
  await using terminal = await openTerminal();
  await using shop = await shopWithSignIn();
  await terminal.run(`login --shop ${shop.origin}`, browser());
  expect((await terminal.run(`logout --shop ${shop.origin}`)).out).toBe(`Signed out of ${shop.origin}.\n`);
  expect(shop.asked.at(-1)).toMatchObject({
    path: '/oauth2/revoke',
    body: expect.stringContaining('token=refresh') as string,
  });
  const file = path.join(terminal.folder, 'config/tessera/credentials.json');
  expect(await readFile(file, 'utf8')).not.toContain('refresh');
  expect((await terminal.run(`logout --shop ${shop.origin}`)).out).toContain('Nobody was signed in');
});

test('a token that the issuer no longer renews is a sign-in that is over', async () => {
  await using terminal = await openTerminal();
  await using shop = await shopWithSignIn(({ body }) =>
    body.includes('grant_type=refresh_token') ? { status: 400, json: { error: 'invalid_grant' } } : undefined,
  );
  await terminal.run(`login --shop ${shop.origin}`, browser());
  const ran = await terminal.run(`releases --shop ${shop.origin}`, { now: () => Date.now() + 4_000_000 });
  expect(ran).toMatchObject({ exit: exitCodes.forbidden, err: expect.stringContaining('tessera login') as string });
});

test('a file of tokens that is not understood is nobody signed in', async () => {
  await using terminal = await openTerminal();
  await using shop = await shopWithSignIn();
  await terminal.run(`login --shop ${shop.origin}`, browser());
  await writeFile(path.join(terminal.folder, 'config/tessera/credentials.json'), '{');
  expect((await terminal.run(`logout --shop ${shop.origin}`)).out).toContain('Nobody was signed in');
});
