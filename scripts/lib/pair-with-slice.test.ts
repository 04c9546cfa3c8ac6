import { RemoteBuild } from '@tessera/contracts/release.ts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pairWithSlice } from './pair-with-slice.ts';
import { root } from './root.ts';

const build = {
  manifest: {
    ...{ name: 'mfe-catalog', slot: 'main', slice: 'catalog', shellContract: '^1.0.0', locales: ['en'] },
    routes: [{ id: 'home', path: '/', preload: [] }],
  },
  ...{ version: '0.1.0-s0000000000', entry: 'entry.js', preload: [], css: [], files: [], tools: { vite: '8.3.8' } },
};
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pair-'));
  writeFileSync(path.join(folder, 'tessera.json'), JSON.stringify(build));
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = () => readFileSync(path.join(folder, 'tessera.json'), 'utf8');
async function pair(versions: Record<string, string>): Promise<RemoteBuild> {
  await pairWithSlice(path.relative(root, folder), versions, (both) => `0.1.0-s${both}`);
  return RemoteBuild.parse(JSON.parse(text()));
}

test('a build names its slice, and its version is of both', async () => {
  const first = await pair({ catalog: '00000000000a', checkout: '00000000000c' });
  expect(first).toMatchObject({
    sliceVersion: '00000000000a',
    version: expect.stringMatching(/^0\.1\.0-s[0-9a-f]{10}$/),
  });
  const again = text();
  expect(await pair({ catalog: '00000000000a', checkout: '00000000000d' })).toEqual(first);
  expect(text()).toBe(again);

  const second = await pair({ catalog: '00000000000b' });
  expect(second.version).not.toBe(first.version);
  expect(second).toEqual({ ...first, sliceVersion: '00000000000b', version: second.version });
  // The same pair is the same release, whatever it was paired with before.
  expect(await pair({ catalog: '00000000000a' })).toEqual(first);
});

test('a build whose slice has no versions is left as it is', async () => {
  const before = text();
  await pair({ checkout: '00000000000a' });
  expect(text()).toBe(before);
});
