import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../backend/local/engines/process.ts';
import { root } from '../../scripts/lib/root.ts';
import { seconds } from './lib/format.ts';
import { ask } from './lib/loopback.ts';
import type { Section } from './lib/section.ts';
import { table } from './lib/table.ts';

const patienceMs = 900_000;

/** From `git clone` to a page that a visitor sees, and from the second `npm start`. */
export async function measureFreshClone(): Promise<Section> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tessera-clone-'));
  try {
    const startedAt = performance.now();
    execFileSync('git', ['clone', '--quiet', '--no-local', root, folder]);
    const cloned = performance.now() - startedAt;
    const first = await timeToFirstPage(folder);
    const second = await timeToFirstPage(folder);
    return {
      title: 'Fresh clone to first page',
      verdicts: [],
      body: table(
        ['', 'time'],
        [
          ['clone', seconds(cloned)],
          ['first `npm start` to first page (install, build, seed, start)', seconds(first)],
          ['second `npm start` to first page', seconds(second)],
        ],
      ),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const withoutClone: Section = {
  title: 'Fresh clone to first page',
  verdicts: [],
  body: 'Not part of this run: `npm run bench -- --clone` clones the repository to a temporary folder, starts it twice and adds both times.',
};

async function timeToFirstPage(folder: string): Promise<number> {
  const port = await freePort();
  const startedAt = performance.now();
  // A group of its own, so that npm and all it starts can be told to end.
  const child = spawn('npm', ['start'], {
    cwd: folder,
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, PORT: String(port), TESSERA_STATE: path.join(folder, '.tessera') },
  });
  try {
    await untilPage(new URL(`http://aria.localhost:${port}/`), child, startedAt);
    return performance.now() - startedAt;
  } finally {
    await end(child);
  }
}

async function untilPage(url: URL, child: ChildProcess, startedAt: number): Promise<void> {
  while (performance.now() - startedAt < patienceMs) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    const status = await ask(url).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('No page came within fifteen minutes');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  await exited;
}
