import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exitCodes } from './exit-codes.ts';
import { problem, startShopServer, type Answer } from './testing/shop-server.ts';
import { openTerminal } from './testing/terminal.ts';

const noReleases: Answer = { status: 200, json: { live: [], remotes: [], items: [] } };

test('the result is on stdout and nothing else is', async () => {
  await using terminal = await openTerminal();
  await using shop = await startShopServer(() => noReleases);
  expect(await terminal.run(`releases --shop ${shop.origin}`)).toEqual({
    exit: 0,
    out: 'Nothing is published yet.\n',
    err: '',
  });
});

test('--json is one document, of a success and of a failure', async () => {
  await using terminal = await openTerminal();
  await using shop = await startShopServer(({ path }) =>
    path.startsWith('/api/admin/releases') ? noReleases : problem(409, 'traffic_moved', { detail: 'It moved.' }),
  );
  const good = await terminal.run(`releases --json --shop ${shop.origin}`);
  expect(JSON.parse(good.out)).toEqual({ ok: true, command: 'releases', items: [] });
  const bad = await terminal.run(`channels --json --shop ${shop.origin}`);
  expect(bad.exit).toBe(exitCodes.conflict);
  expect(JSON.parse(bad.out)).toMatchObject({
    ok: false,
    command: 'channels',
    error: { code: 'traffic_moved', message: 'It moved.' },
  });
  const usage = await terminal.run('promote hello --json');
  expect(JSON.parse(usage.out)).toMatchObject({ ok: false, error: { code: 'usage' } });
});

test.each<[string, Answer, number, RegExp]>([
  ['nobody signed in', problem(401, 'unauthenticated'), exitCodes.forbidden, /tessera login --shop/],
  ['not allowed', problem(403, 'forbidden'), exitCodes.forbidden, /It is forbidden/],
  ['another remote’s token', problem(403, 'token_scope'), exitCodes.forbidden, /for other remotes/],
  ['a conflict', problem(409, 'version_taken'), exitCodes.conflict, /Raise "version"/],
  ['missing', problem(404, 'not_found'), exitCodes.failed, /It is not_found/],
  ['a gateway without a shop behind it', { status: 502, body: '<html>' }, exitCodes.unreachable, /nothing a shop/],
  ['no shop at all', { status: 404, body: '<html>' }, exitCodes.failed, /nothing a shop/],
  ['an answer that is none', { status: 200, json: { items: 'many' } }, exitCodes.failed, /than its contract says/],
  [
    'a redirect elsewhere',
    { status: 302, body: '', headers: { location: 'https://elsewhere.example' } },
    exitCodes.failed,
    /nothing a shop/,
  ],
])('%s', async (_name, answer, exit, words) => {
  await using terminal = await openTerminal();
  await using shop = await startShopServer(() => answer);
  const ran = await terminal.run(`releases --shop ${shop.origin}`);
  expect(ran.exit).toBe(exit);
  expect(ran.err).toMatch(words);
  expect(ran.out).toBe('');
});

test('a shop that does not answer', async () => {
  await using terminal = await openTerminal();
  const { origin } = await (async () => {
    await using gone = await startShopServer(() => noReleases);
    return gone;
  })();
  const ran = await terminal.run(`releases --shop ${origin}`);
  expect(ran.exit).toBe(exitCodes.unreachable);
  expect(ran.err).toContain(`${origin} does not answer: nothing listens there.`);
});

test('no shop is named', async () => {
  await using terminal = await openTerminal();
  const ran = await terminal.run('releases');
  expect(ran).toMatchObject({ exit: exitCodes.usage, err: expect.stringContaining('Which shop?') as string });
});

test('a command line that is not understood', async () => {
  await using terminal = await openTerminal();
  expect(await terminal.run('publsh')).toEqual({
    exit: exitCodes.usage,
    out: '',
    err: '✗ “publsh” is no command\n  → Did you mean `publish`? See `tessera help`.\n',
  });
});

test('the token: --token before TESSERA_TOKEN before nobody', async () => {
  await using terminal = await openTerminal();
  await using shop = await startShopServer(() => noReleases);
  const env = { TESSERA_TOKEN: 'from-env', TESSERA_SHOP: shop.origin };
  await terminal.run('releases --token from-option', { env });
  await terminal.run('releases', { env });
  await terminal.run(`releases --shop ${shop.origin}`);
  expect(shop.asked.map(({ authorization }) => authorization)).toEqual([
    'Bearer from-option',
    'Bearer from-env',
    undefined,
  ]);
});

test('the shop: --shop before TESSERA_SHOP before the configuration, and an empty variable names none', async () => {
  await using terminal = await openTerminal();
  await using shop = await startShopServer(() => noReleases);
  const elsewhere = 'http://127.0.0.1:9';
  await writeFile(path.join(terminal.folder, 'tessera.config.json'), JSON.stringify({ shop: shop.origin }));
  const exitOf = async (line: string, env = {}) => (await terminal.run(line, { env })).exit;
  expect(await exitOf('releases')).toBe(exitCodes.ok);
  expect(await exitOf('releases', { TESSERA_SHOP: '' })).toBe(exitCodes.ok);
  expect(await exitOf('releases', { TESSERA_SHOP: elsewhere })).toBe(exitCodes.unreachable);
  expect(await exitOf(`releases --shop ${shop.origin}`, { TESSERA_SHOP: elsewhere })).toBe(exitCodes.ok);
});

test('colours are for somebody who looks, and has not said NO_COLOR', async () => {
  await using terminal = await openTerminal();
  await using shop = await startShopServer(() => ({
    status: 200,
    json: {
      revision: 1,
      moved: { at: '2026-11-23T00:00:00.000Z', by: 'somebody' },
      canaries: { used: 0, max: 2 },
      items: [],
    },
  }));
  const line = `channels --shop ${shop.origin}`;
  expect((await terminal.run(line, { tty: true })).out).toContain('\x1b[1mlive');
  expect((await terminal.run(line, { tty: true, env: { NO_COLOR: '1' } })).out).not.toContain('\x1b');
  expect((await terminal.run(line)).out).not.toContain('\x1b');
});

test('pages of a list are read until there are enough', async () => {
  await using terminal = await openTerminal();
  const item = {
    remote: 'mfe-hello',
    releaseId: 'rel_1',
    state: 'published',
    scope: 'tenant',
    files: 1,
    bytes: 1,
    at: '2026-11-23T00:00:00.000Z',
    by: 'usr_1',
    live: false,
  };
  await using shop = await startShopServer(({ path }) => {
    const cursor = Number(new URL(path, 'http://x').searchParams.get('cursor') ?? 0);
    const items = [0, 1].map((index) => ({ ...item, version: `1.${cursor}.${index}` }));
    return { status: 200, json: { live: [], remotes: [], items, nextCursor: String(cursor + 1) } };
  });
  const { out } = await terminal.run(`releases --limit 5 --json --shop ${shop.origin}`);
  expect((JSON.parse(out) as { items: { version: string }[] }).items.map(({ version }) => version)).toEqual([
    '1.0.0',
    '1.0.1',
    '1.1.0',
    '1.1.1',
    '1.2.0',
  ]);
  expect(shop.asked).toHaveLength(3);
});
