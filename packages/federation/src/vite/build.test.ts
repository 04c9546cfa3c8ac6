import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { RemoteBuild } from '@tessera/contracts/release.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

const remote = path.resolve(import.meta.dirname, '../../../../tests/fixtures/own-routes');
const command = path.join(import.meta.dirname, 'build-cli.ts');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tessera-build-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function buildUnder(name: string) {
  const out = path.join(folder, name);
  await promisify(execFile)(process.execPath, [command, remote, '--out', out], {
    env: { ...process.env, NODE_ENV: name },
  });
  const { files } = RemoteBuild.parse(JSON.parse(await readFile(path.join(out, 'tessera.json'), 'utf8')));
  const scripts = (await readdir(out, { recursive: true })).filter((file) => /\.m?js$/.test(file));
  const texts = await Promise.all(scripts.map((file) => readFile(path.join(out, file), 'utf8')));
  return { files, text: texts.join('\n') };
}

test('the same source is the same release, for production, whatever its surroundings call themselves', async () => {
  const release = await buildUnder('production');
  for (const name of ['test', 'development']) {
    const other = await buildUnder(name);
    expect(other.text).not.toContain('jsxDEV');
    expect(other.files).toEqual(release.files);
  }
}, 60_000);
