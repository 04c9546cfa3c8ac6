import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { readBuild } from '@tessera/federation/vite/read-build.ts';
import type { BuiltRelease } from './document.ts';

const shellRoot = path.resolve(import.meta.dirname, '..');
const cli = path.resolve(shellRoot, '../packages/federation/src/vite/build-cli.ts');

/** Builds the shell and the fixture remotes into a folder of their own. */
export async function buildReleases(): Promise<{ releases: BuiltRelease[]; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tessera-smoke-'));
  const roots = [shellRoot, path.join(shellRoot, 'fixtures/mfe-fixture'), path.join(shellRoot, 'fixtures/mfe-second')];
  const releases: BuiltRelease[] = [];
  for (const root of roots) releases.push(await buildInto(path.join(folder, path.basename(root)), root));
  return { releases, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** In a process of its own: the federation plugin switches itself off where it finds itself under a test runner. */
export async function buildInto(folder: string, root: string, ...options: string[]): Promise<BuiltRelease> {
  const { VITEST: _runner, ...env } = process.env;
  await promisify(execFile)(process.execPath, [cli, root, '--out', folder, ...options], {
    env: { ...env, NODE_ENV: 'production' },
  });
  return { folder, build: await readBuild(folder) };
}
