import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlatform } from './platform.ts';
import { testFunctions, writeTestBundles } from './test-bundles.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'process-'));
const stateDir = path.join(dir, 'state');
const distDir = path.join(dir, 'dist');
const here = fileURLToPath(new URL('.', import.meta.url));

beforeAll(() => writeTestBundles(distDir));
afterAll(() => rmSync(dir, { recursive: true }));

const program = `
  const { startPlatform } = await import(${JSON.stringify(path.join(here, 'platform.ts'))});
  const { testFunctions } = await import(${JSON.stringify(path.join(here, 'test-bundles.ts'))});
  const platform = await startPlatform({ port: 0, stateDir: ${JSON.stringify(stateDir)}, distDir: ${JSON.stringify(distDir)}, functions: testFunctions });
  process.on('SIGTERM', () => platform.stop());
  platform.engines.messages.send('payments', [{ body: 'before the kill' }]);
  platform.engines.messages.receive('payments', { max: 1, visibilityMs: 3600000 });
  platform.warm(['composition']);
  console.log('ready ' + platform.port);`;

async function startProgram(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout ?? child, 'data');
  return child;
}

/** Processes whose command line speaks of our state folder. */
const left = (): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes(`--db-path ${stateDir}`) ? [line] : [];
      } catch {
        return [];
      }
    });

test.runIf(process.platform === 'linux')('a stop leaves no process, and neither does kill -9', async () => {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const child = await startProgram();
    expect(left()).toHaveLength(1);
    const exited = once(child, 'exit');
    const startedAt = performance.now();
    child.kill(signal);
    const [code] = (await exited) as [number | null];
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    if (signal === 'SIGTERM') expect(code).toBe(0);
    await expect.poll(left, { timeout: 2_000 }).toEqual([]);
  }
});

test('after kill -9 the same folder starts again, and what was queued is to be had, also what somebody had taken', async () => {
  const child = await startProgram();
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  const platform = await startPlatform({ port: 0, stateDir, distDir, functions: testFunctions });
  const bodies = platform.engines.messages
    .receive('payments', { max: 10, visibilityMs: 1_000 })
    .map(({ body }) => body);
  await platform.stop();
  expect(new Set(bodies)).toEqual(new Set(['before the kill']));
});

test('a state folder that cannot be written to is said', async () => {
  const file = path.join(dir, 'a-file');
  writeFileSync(file, '');
  const start = startPlatform({ port: 0, stateDir: path.join(file, 'state'), distDir, functions: testFunctions });
  await expect(start).rejects.toMatchObject({
    reason: 'state-read-only',
    message: expect.stringContaining('TESSERA_STATE') as string,
  });
});
