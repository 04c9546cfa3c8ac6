import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exitCodes } from '../exit-codes.ts';
import { buildOf, file } from '../gate/testing/build.ts';
import { problem, startShopServer, type Answer, type Asked } from '../testing/shop-server.ts';
import { openTerminal, type TestTerminal } from '../testing/terminal.ts';

const releaseId = `rel_${'a'.repeat(64)}`;
const contents = { 'remoteEntry.js': 'export {};', 'page.js': 'export default 1;', 'style.css': 'a{}' };
const integrityOf = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

/** A folder with a remote that was built. */
async function built(terminal: TestTerminal): Promise<void> {
  const dist = path.join(terminal.folder, 'mfe-hello/dist');
  await mkdir(dist, { recursive: true });
  await writeFile(path.join(terminal.folder, 'mfe-hello/manifest.ts'), '');
  const files = Object.entries(contents).map(([name, text]) =>
    file(name, { integrity: integrityOf(text), bytes: text.length }),
  );
  for (const [name, text] of Object.entries(contents)) await writeFile(path.join(dist, name), text);
  await writeFile(path.join(dist, 'tessera.json'), JSON.stringify(buildOf({ files })));
}

const summary = {
  remote: 'mfe-hello',
  version: '1.0.0',
  releaseId,
  state: 'published',
  scope: 'tenant',
  files: 3,
  bytes: 30,
  at: '2026-11-23T00:00:00.000Z',
  by: 'usr_1',
  live: false,
};

/** A registry that lacks one file. */
function registry(more: (asked: Asked, origin: string) => Answer | undefined = () => undefined) {
  return startShopServer((asked, origin) => {
    const found = more(asked, origin);
    if (found) return found;
    if (asked.method === 'PUT' && asked.path.startsWith('/api/'))
      return {
        status: 200,
        json: {
          ...{
            remote: 'mfe-hello',
            version: '1.0.0',
            releaseId,
            state: 'reserved',
            expiresAt: '2026-11-23T00:30:00.000Z',
          },
          uploads: [
            {
              path: 'page.js',
              integrity: integrityOf(contents['page.js']),
              bytes: 17,
              url: `${origin}/store/page.js?signed`,
              headers: { 'x-amz-checksum-sha256': 'sum' },
            },
          ],
        },
      };
    if (asked.method === 'PUT') return { status: 200 };
    if (asked.path.endsWith('/commit')) return { status: 201, json: summary };
    return problem(404, 'not_found');
  });
}

const line = (origin: string) => `publish mfe-hello --skip-build --skip-check --token t --shop ${origin}`;

test('reserves, uploads what is missing, commits; and says that nobody checked', async () => {
  await using terminal = await openTerminal();
  await built(terminal);
  await using shop = await registry();
  const ran = await terminal.run(line(shop.origin));
  expect(ran.exit, ran.err).toBe(0);
  expect(ran.out).toContain('mfe-hello@1.0.0 is published: 1 files uploaded');
  expect(ran.err).toContain('--skip-check');
  expect(shop.asked.map(({ method, path: at }) => `${method} ${at}`)).toEqual([
    'PUT /api/admin/releases/mfe-hello/1.0.0',
    'PUT /store/page.js?signed',
    'POST /api/admin/releases/mfe-hello/1.0.0/commit',
  ]);
  const { checksums } = JSON.parse(shop.asked[0]?.body ?? '') as { checksums: Record<string, string> };
  expect(checksums[integrityOf(contents['page.js'])]).toBe(
    createHash('sha256').update(contents['page.js']).digest('base64'),
  );
  expect(shop.asked[1]).toMatchObject({ body: contents['page.js'], authorization: undefined });
  expect(JSON.parse(shop.asked[2]?.body ?? '')).toEqual({ releaseId });
});

test('the same bytes again change nothing', async () => {
  await using terminal = await openTerminal();
  await built(terminal);
  await using shop = await registry(({ method }) =>
    method === 'PUT'
      ? { status: 200, json: { remote: 'mfe-hello', version: '1.0.0', releaseId, state: 'published', uploads: [] } }
      : undefined,
  );
  const ran = await terminal.run(`${line(shop.origin)} --json`);
  expect(JSON.parse(ran.out)).toMatchObject({ ok: true, isNew: false, uploaded: { files: 0 } });
  expect(shop.asked).toHaveLength(1);
});

test('other bytes under the same version are a conflict', async () => {
  await using terminal = await openTerminal();
  await built(terminal);
  await using shop = await registry(() =>
    problem(409, 'version_taken', { detail: 'mfe-hello 1.0.0 is published with other bytes' }),
  );
  expect(await terminal.run(line(shop.origin))).toMatchObject({
    exit: exitCodes.conflict,
    err: expect.stringContaining('Raise "version"') as string,
  });
});

test('a file that changed after the build is said before anybody is asked', async () => {
  await using terminal = await openTerminal();
  await built(terminal);
  await writeFile(path.join(terminal.folder, 'mfe-hello/dist/page.js'), 'export default 2;');
  await using shop = await registry();
  const ran = await terminal.run(line(shop.origin));
  expect(ran).toMatchObject({ exit: exitCodes.failed, err: expect.stringContaining('not what was built') as string });
  expect(shop.asked).toEqual([]);
});

test('a store that hiccups is asked again; one that refuses ends it before the commit', async () => {
  await using terminal = await openTerminal();
  await built(terminal);
  let calls = 0;
  await using hiccup = await registry(({ path: at }) =>
    at.startsWith('/store') && (calls += 1) < 3 ? { status: 503 } : undefined,
  );
  expect((await terminal.run(line(hiccup.origin))).exit).toBe(0);
  expect(calls).toBe(3);
  await using refusing = await registry(({ path: at }) =>
    at.startsWith('/store') ? { status: 403, body: 'SignatureDoesNotMatch' } : undefined,
  );
  const ran = await terminal.run(line(refusing.origin));
  expect(ran).toMatchObject({
    exit: exitCodes.unreachable,
    err: expect.stringContaining('SignatureDoesNotMatch') as string,
  });
  expect(refusing.asked.some(({ path: at }) => at.endsWith('/commit'))).toBe(false);
});

test('a folder without a build, and one without a remote', async () => {
  await using terminal = await openTerminal();
  expect(await terminal.run('publish --skip-build --skip-check --shop http://127.0.0.1:1')).toMatchObject({
    exit: exitCodes.usage,
    err: expect.stringContaining('no manifest.ts') as string,
  });
  await mkdir(path.join(terminal.folder, 'mfe-hello'));
  await writeFile(path.join(terminal.folder, 'mfe-hello/manifest.ts'), '');
  expect(await terminal.run('publish hello --skip-build --skip-check --shop http://127.0.0.1:1')).toMatchObject({
    exit: exitCodes.usage,
    err: expect.stringContaining('holds no build') as string,
  });
});
