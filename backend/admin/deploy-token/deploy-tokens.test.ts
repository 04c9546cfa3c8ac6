import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { cliCallbackUrls } from '@tessera/contracts/cli-sign-in.ts';
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { distOf, route } from '../../composition/testing/dist.ts';
import { publisherOf } from '../testing/publish.ts';
import { Items, startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const Made = z.object({ id: z.string(), token: z.string(), expiresAt: z.string() });
const make = async (remotes: readonly string[] = ['mfe-stores'], more: Record<string, unknown> = {}) =>
  Made.parse(await (await world.post('/api/admin/deploy-tokens', { name: 'CI', remotes, ...more })).json());
const problemOf = async (answer: Response) => ({
  status: answer.status,
  ...((await answer.json()) as { code: string }),
});
const stores = (version: string) => distOf({ name: 'mfe-stores', version, routes: [route('home', '/stores')] });

describe('a deploy token', () => {
  test('publishes, without a session and its CSRF header, and is named in the log', async () => {
    const { id, token } = await make();
    expect(token).toMatch(/^tsd_[A-Za-z0-9_-]{43}$/);
    expect(await publisherOf(world, { token }).publish(stores('1.0.0'))).toMatch(/^rel_/);
    const log = Items.parse(await world.json('/api/admin/releases/mfe-stores/log', { token }));
    expect(log.items.map(({ what, by }) => [what, by])).toEqual([
      ['release.published', `token:${id}`],
      ['release.reserved', `token:${id}`],
    ]);
  });

  test('is shown once, and nowhere in the table', async () => {
    const { token } = await make();
    const { items } = Items.parse(await world.json('/api/admin/deploy-tokens'));
    expect(JSON.stringify(items)).not.toContain(token.slice(4));
    const all = await world.table.client.send(new ScanCommand({ TableName: world.table.tableName }));
    expect(JSON.stringify(all.Items)).not.toContain(token.slice(4));
  });

  test('says when it was last used, to the minute', async () => {
    const { id, token } = await make();
    const used = async () =>
      Items.parse(await world.json('/api/admin/deploy-tokens')).items.find((item) => item['id'] === id)?.['lastUsedAt'];
    expect(await used()).toBeUndefined();
    await world.get('/api/admin/caller', { token });
    const first = await used();
    expect(first).toEqual(expect.any(String));
    await world.get('/api/admin/caller', { token });
    expect(await used()).toBe(first);
    world.time.offsetMs += 61_000;
    await world.get('/api/admin/caller', { token });
    expect(await used()).not.toBe(first);
  });

  test('is for its remotes: of others it learns nothing', async () => {
    const { token } = await make();
    const own = await publisherOf(world, { token }).reserve(distOf({ name: 'mfe-other' }));
    expect(await problemOf(own)).toMatchObject({ status: 403, code: 'token_scope' });
    for (const path of [
      'mfe-other/1.0.0',
      'mfe-other/log',
      'mfe-other/diff?from=1.0.0&to=1.0.1',
      '../releases?remote=mfe-other',
    ])
      expect(await problemOf(await world.get(`/api/admin/releases/${path}`, { token }))).toMatchObject({
        status: 403,
        code: 'token_scope',
      });
    await publisherOf(world, { as: 'usr_dev:developer' }).publish(distOf({ name: 'mfe-other' }));
    const list = z.object({ remotes: z.array(z.object({ remote: z.string() })) });
    const seen = list.parse(await world.json('/api/admin/releases', { token }));
    expect(seen.remotes.map(({ remote }) => remote)).toEqual(['mfe-stores']);
    const { token: all } = await make(['*']);
    expect(list.parse(await world.json('/api/admin/releases', { token: all })).remotes.length).toBeGreaterThan(1);
  });

  test('is for its shop: at another one nobody knows it', async () => {
    const { token } = await make(['*']);
    expect(await problemOf(await world.get('/api/admin/releases', { token, tenant: 'folio' }))).toMatchObject({
      status: 401,
      code: 'token_unknown',
    });
  });

  test.each(['', 'tsd_', 'tsd_x', `tsd_${'A'.repeat(43)}`, 'eyJhbGciOiJub25lIn0.e30.', 'x'])(
    '%j is none',
    async (token) => {
      const answer = await world.get('/api/admin/releases', { as: null, more: { authorization: `Bearer ${token}` } });
      expect(answer.status).toBe(401);
    },
  );

  test('ends when it is revoked, and when its time is over', async () => {
    const { id, token } = await make();
    const ask = async (given: string) => (await world.get('/api/admin/releases', { token: given })).status;
    expect(await ask(token)).toBe(200);
    expect((await world.call('DELETE', `/api/admin/deploy-tokens/${id}`)).status).toBe(200);
    expect(await ask(token)).toBe(401);
    const short = await make(['mfe-stores'], { expiresInDays: 1 });
    world.time.offsetMs += 86_400_000;
    expect(await ask(short.token)).toBe(401);
    const states = Items.parse(await world.json('/api/admin/deploy-tokens')).items.map((item) => [
      item['id'],
      item['state'],
    ]);
    expect(states).toEqual(
      expect.arrayContaining([
        [id, 'revoked'],
        [short.id, 'expired'],
      ]),
    );
    expect(await world.audited(id)).toEqual(['deploy-token.revoked by usr_boss', 'deploy-token.created by usr_boss']);
  });

  test('makes and revokes no tokens, and opens nothing but releases', async () => {
    const { id, token } = await make(['*']);
    const asks: [string, string, unknown][] = [
      ['GET', '/api/admin/deploy-tokens', undefined],
      ['POST', '/api/admin/deploy-tokens', { name: 'x', remotes: ['*'] }],
      ['DELETE', `/api/admin/deploy-tokens/${id}`, undefined],
    ];
    for (const [method, path, body] of asks)
      expect(await problemOf(await world.call(method, path, { token, body }))).toMatchObject({
        code: 'person_required',
      });
    for (const path of ['orders', 'users', 'overview', 'catalog/works', 'domains'])
      expect((await world.get(`/api/admin/${path}`, { token })).status).toBe(401);
  });

  test.each([
    [{ name: '', remotes: ['*'] }, 'body.name'],
    [{ name: 'x', remotes: [] }, 'body.remotes'],
    [{ name: 'x', remotes: ['mfe-a', 'catalog'] }, 'body.remotes.1'],
    [{ name: 'x', remotes: ['mfe-a', 'mfe-platform'] }, 'body.remotes.1'],
    [{ name: 'x', remotes: ['*'], expiresInDays: 366 }, 'body.expiresInDays'],
    [{ name: 'x', remotes: ['*'], expiresInDays: 0 }, 'body.expiresInDays'],
  ])('%j cannot be made', async (body, path) => {
    const answer = await world.post('/api/admin/deploy-tokens', body);
    expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ path }] }]);
  });
});

describe('a command line signs a person in', () => {
  const SignIn = z.object({
    clientId: z.string(),
    authorizeUrl: z.string(),
    redirectUris: z.array(z.string()),
    scopes: z.array(z.string()),
  });

  async function signIn(email: string): Promise<{ accessToken: string; idToken: string }> {
    const { clientId, authorizeUrl, redirectUris, scopes } = SignIn.parse(
      await (await world.get('/api/admin/cli/sign-in', { as: null })).json(),
    );
    expect(redirectUris).toEqual(cliCallbackUrls);
    const verifier = randomBytes(32).toString('base64url');
    const url = new URL(authorizeUrl);
    url.search = new URLSearchParams({
      ...{
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUris[1] ?? '',
        scope: scopes.join(' '),
        state: 's',
      },
      ...{ code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256' },
    }).toString();
    const visitor = world.newVisitor();
    const page = await visitor.visit(url);
    expect(page.headers['content-security-policy']).toContain(new URL(redirectUris[1] ?? '').origin);
    let seen = await visitor.submit(page, { email, password: 'correct horse' }, { follow: false });
    for (let hops = 0; hops < 6 && !seen.headers.location?.startsWith('http://localhost:'); hops += 1)
      seen = await visitor.visit(new URL(seen.headers.location ?? '', seen.url), { follow: false });
    const code = new URL(seen.headers.location ?? '').searchParams.get('code') ?? '';
    const answer = await fetch(world.identity.tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({
        ...{ grant_type: 'authorization_code', client_id: clientId, code },
        ...{ redirect_uri: redirectUris[1] ?? '', code_verifier: verifier },
      }),
    });
    const tokens = z.object({ access_token: z.string(), id_token: z.string() }).parse(await answer.json());
    return { accessToken: tokens.access_token, idToken: tokens.id_token };
  }

  const person = (email: string, groups: string[]) =>
    world.identity.ensureUser({ email, name: 'Dev Eloper', password: 'correct horse', groups });

  test('who publishes where their groups let them, and nowhere else', async () => {
    await person('dev@aria.example', ['aria:developer', 'folio:shopper']);
    const { accessToken: token, idToken } = await signIn('dev@aria.example');
    expect(await world.json('/api/admin/caller', { token })).toMatchObject({
      kind: 'person',
      name: 'Dev Eloper',
      roles: ['shopper', 'developer'],
      tenantId: 'aria',
    });
    expect(await publisherOf(world, { token }).publish(stores('2.0.0'))).toMatch(/^rel_/);
    expect((await world.get('/api/admin/releases', { token, tenant: 'folio' })).status).toBe(403);
    expect((await world.get('/api/admin/orders', { token })).status).toBe(401);
    expect((await world.get('/api/admin/releases', { token: idToken })).status).toBe(401);
    expect((await world.get('/api/admin/releases', { token: `${token.slice(0, -4)}AAAA` })).status).toBe(401);
  });

  test('whose shop’s own access token is none', async () => {
    const session = await world.get('/api/admin/caller', { as: 'usr_boss:admin' });
    expect(await session.json()).toMatchObject({ kind: 'person', id: 'usr_boss', roles: ['admin'] });
  });
});
