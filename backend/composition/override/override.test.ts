import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOverrideEntity } from '../../table/override.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { route } from '../testing/dist.ts';
import { createTestKeys } from '../testing/keys.ts';
import { parsePage } from '../testing/parse-page.ts';
import { createWorld, type World } from '../testing/world.ts';
import { signedPayloadOf } from '../signing.ts';
import type { OverriddenBuild } from '../registry/override/in-force.ts';
import { signOverride } from '../registry/override/token.ts';

const origin = 'http://localhost:5173';
const hourMs = 3_600_000;

let world: World;
let setId: string;
let shop: TestApp;
beforeAll(async () => {
  world = await createWorld();
  setId = await world.goLive();
});
beforeEach(() => {
  shop = createTestApp(world);
});
afterAll(() => world.stop());

const build = (name = 'mfe-catalog', path = '/'): OverriddenBuild => ({
  manifest: {
    ...{ name, slot: 'main', slice: 'catalog', shellContract: '^1.0.0', locales: ['en'] },
    routes: [route('home', path)],
  },
  ...{ version: '9.9.9', entry: 'remoteEntry.js', css: ['style.css'] },
});

let count = 0;

/** As the admin slice makes one. */
async function override({ build: made = build(), more = {}, signer = world.keys.signer } = {}) {
  const id = `ovr_${(count += 1)}`;
  const expiresAt = new Date(Date.now() + hourMs);
  const remote = made.manifest.name;
  await createOverrideEntity(world.table)
    .create({
      ...{ tenantId: 'aria', overrideId: id, codeHash: 'h', remote, version: made.version, origin },
      ...{ build: JSON.stringify(made), createdAt: new Date().toISOString(), createdBy: 'usr_dev' },
      ...{ expiresAt: expiresAt.toISOString(), ttl: Math.floor(expiresAt.getTime() / 1000) },
    })
    .go();
  const exp = Math.floor(expiresAt.getTime() / 1000);
  const token = await signOverride(signer, { tenant: 'aria', id, remote, origin, exp, ...more });
  return { id, token };
}

const get = (path: string, token?: string) =>
  shop.get(path, { accept: 'text/html', ...(token === undefined ? {} : { 'x-tessera-override': token }) });

const policyOf = (answer: Response): Map<string, string> =>
  new Map(
    (answer.headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );

describe('a document with an override', () => {
  test('has the one remote from its origin, and every other from its release', async () => {
    const { token } = await override();
    const answer = await get('/', token);
    const page = parsePage(await answer.text());
    const json = (match: (attrs: Record<string, string>) => boolean): unknown =>
      JSON.parse(page.find('script').find(({ attrs }) => match(attrs))?.text ?? 'null');
    const entry = `${origin}/mfe-catalog/9.9.9/remoteEntry.js`;
    expect(json(({ id }) => id === 'tessera-boot')).toMatchObject({
      releaseSet: {
        id: setId,
        remotes: {
          'mfe-catalog': {
            ...{ version: '9.9.9', entry, releaseId: `rel_${'0'.repeat(64)}` },
            css: [{ url: `${origin}/mfe-catalog/9.9.9/style.css`, integrity: '' }],
          },
          'mfe-checkout': { entry: 'http://cdn.aria.localhost:8080/mfe-checkout/1.0.0/entry.js' },
        },
      },
      override: { remote: 'mfe-catalog', origin },
      page: { remote: 'mfe-catalog', rendered: false },
    });
    const { integrity } = json(({ type }) => type === 'importmap') as { integrity: Record<string, string> };
    expect(integrity[entry]).toBe('');
    expect(Object.keys(integrity).filter((url) => url.includes('/mfe-catalog/'))).toEqual([entry]);
    expect(Object.values(integrity).filter((hash) => hash === '')).toHaveLength(1);
  });

  test('is kept by nobody, ends by itself, and gives up what hashes are needed for', async () => {
    const { token } = await override();
    const answer = await get('/', token);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('integrity-policy')).toBeNull();
    expect(Number(answer.headers.get('refresh'))).toBeGreaterThan(3500);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('leaves the console as it is: nothing there is loaded again, and nobody keeps it', async () => {
    const { token } = await override();
    const answer = await get('/admin', token);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('integrity-policy')).not.toBeNull();
    expect(answer.headers.get('refresh')).toBeNull();
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('adds exactly its origin to the policy', async () => {
    const { token } = await override();
    const [plain, open] = [policyOf(await get('/')), policyOf(await get('/', token))];
    const isHash = (source: string) => source.startsWith(`'sha256-`);
    const added = [...open].flatMap(([name, sources]) => {
      const before = plain.get(name)?.split(' ') ?? [];
      const more = sources.split(' ').filter((source) => !before.includes(source) && !isHash(source));
      return more.length > 0 ? [[name, more]] : [];
    });
    expect([...open.keys()]).toEqual([...plain.keys()]);
    expect(Object.fromEntries(added)).toEqual({
      ...Object.fromEntries(
        ['script-src', 'style-src', 'img-src', 'font-src', 'media-src'].map((name) => [name, [origin]]),
      ),
      'connect-src': [origin, 'ws://localhost:5173'],
    });
  });

  test('says so above the page in the page’s language, with the way out', async () => {
    const { token } = await override();
    const html = await (await get('/de/', token)).text();
    expect(html).toMatch(
      /<aside class="document-override" aria-label="Überschreibung"><p>Sie sehen <bdi>mfe-catalog<\/bdi> von/,
    );
    expect(html).toContain('<form method="post" action="/api/admin/overrides/leave?return_to=%2Fde%2F">');
    expect(html).toMatch(/<time datetime="[^"]+Z">\d\d:\d\d UTC<\/time>/);
    expect(await (await get('/de/')).text()).not.toContain('document-override');
  });

  test('answers pages of a remote that no release of the shop has', async () => {
    const { token } = await override({ build: build('mfe-stores', '/stores') });
    expect((await get('/stores', token)).status).toBe(200);
    expect((await get('/stores')).status).toBe(404);
  });

  test('leaves the console alone', async () => {
    const { token } = await override();
    const answer = await get('/admin', token);
    const html = await answer.text();
    expect(answer.headers.get('integrity-policy')).toBeTruthy();
    expect(html).not.toContain('document-override');
    expect(html).not.toContain(origin);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('no override comes of', () => {
  const isPlain = async (token: string): Promise<void> => {
    const answer = await get('/', token);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('integrity-policy')).toBeTruthy();
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-override=; Path=\/; Max-Age=0; Secure; HttpOnly/);
    expect(await answer.text()).not.toContain('9.9.9');
  };

  test('a token whose words were changed', async () => {
    const { token } = await override();
    const [header, body = '', mac] = token.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    for (const change of [{ origin: 'https://evil.example' }, { remote: 'mfe-checkout' }, { exp: 9_999_999_999 }]) {
      const forged = Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url');
      await isPlain(`${header}.${forged}.${mac}`);
    }
  });

  test('a token of another key', async () => {
    const { signer } = await createTestKeys('other');
    await isPlain((await override({ signer })).token);
  });

  test('a token that is genuine for another shop, origin or remote', async () => {
    for (const more of [{ tenant: 'folio' }, { origin: 'https://evil.example' }, { remote: 'mfe-checkout' }])
      await isPlain((await override({ more })).token);
  });

  test.each(['', 'x', 'a.b', 'a.b.c', 'a.b.c.d', '..'])('%j', async (token) => isPlain(token || ' '));

  test('a signature over something else', async () => {
    const payload = signedPayloadOf('aria', setId);
    const [header, , mac] = (await world.keys.signer.sign(payload)).value.split('.');
    await isPlain(`${header}.${Buffer.from(payload).toString('base64url')}.${mac}`);
  });

  test('one that has expired', async () => {
    const { token } = await override();
    shop.time.offsetMs = hourMs + 1000;
    await isPlain(token);
  });

  test('one that was revoked, from that moment', async () => {
    const { id, token } = await override();
    expect((await get('/', token)).headers.get('integrity-policy')).toBeNull();
    await createOverrideEntity(world.table)
      .patch({ tenantId: 'aria', overrideId: id })
      .set({ revokedAt: new Date().toISOString() })
      .go();
    await isPlain(token);
  });
});
