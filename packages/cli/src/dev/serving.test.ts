import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildOf } from '../gate/testing/build.ts';
import type { Built } from '../project/build-project.ts';
import { startServing, type Serving } from './serving.ts';
import type { BuildOutcome } from './watched-build.ts';

const files = ['remoteEntry.js', 'page.js', 'style.css'];
const address = (file: string) => `/mfe-hello/1.0.0/${file}`;

let root: string;
let serving: Serving | undefined;
/** What becomes of a build once its folder is empty. */
let finish: () => Promise<string>;
let folders: string[];
let outcomes: BuildOutcome[];

/** Empties its folder first, as the bundler's does, and writes the same text into each file. */
async function build(at: string, outDir: string): Promise<Built> {
  const folder = path.resolve(at, outDir);
  folders.push(folder);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const text = await finish();
  for (const file of files) await writeFile(path.join(folder, file), text);
  return { folder, build: buildOf() };
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'tessera-serving-'));
  await mkdir(path.join(root, 'src'));
  await writeFile(path.join(root, 'manifest.ts'), '');
  [folders, outcomes] = [[], []];
  finish = () => Promise.resolve('first');
  serving = await startServing({ root, port: 0, build, onBuild: (outcome) => outcomes.push(outcome) });
});
afterEach(async () => {
  await serving?.stop();
  await rm(root, { recursive: true, force: true });
});

const save = () => writeFile(path.join(root, 'src/page.tsx'), String(Math.random()));
const ask = async (file: string) => {
  const answer = await fetch(`http://127.0.0.1:${serving?.port}${address(file)}`);
  return { status: answer.status, text: await answer.text() };
};
const expectAll = async (text: string) => {
  for (const file of files)
    expect(await ask(file)).toEqual({ status: 200, text: expect.stringContaining(text) as string });
};

test('what is shown stays while the next build is made, and after it failed', async () => {
  await expectAll('first');
  const { promise, reject } = Promise.withResolvers<string>();
  finish = () => promise;
  await save();
  await vi.waitFor(() => expect(folders).toHaveLength(2));
  await expectAll('first');
  reject(new Error('Unexpected token'));
  await vi.waitFor(() => expect(outcomes).toEqual([{ ok: false, message: 'Unexpected token' }]));
  await expectAll('first');
  expect(await readdir(path.dirname(folders[0] ?? ''))).toEqual([path.basename(folders[0] ?? '')]);
});

test('a build that succeeded takes the place of the one before, which is removed', async () => {
  finish = () => Promise.resolve('second');
  await save();
  await vi.waitFor(() => expect(outcomes).toHaveLength(1));
  await expectAll('second');
  const [, second = ''] = folders;
  await vi.waitFor(async () => expect(await readdir(path.dirname(second))).toEqual([path.basename(second)]));
});

test('a file that cannot be read is not there, and the next one is answered', async () => {
  await rm(folders[0] ?? '', { recursive: true });
  for (const file of files) expect((await ask(file)).status).toBe(404);
  await mkdir(folders[0] ?? '');
  await writeFile(path.join(folders[0] ?? '', 'page.js'), 'again');
  expect(await ask('page.js')).toEqual({ status: 200, text: 'again' });
});

test('its folders go when it ends', async () => {
  await serving?.stop();
  serving = undefined;
  await expect(readdir(folders[0] ?? '')).rejects.toThrow('ENOENT');
});
