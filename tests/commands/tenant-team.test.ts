import { findChromium } from '@tessera/cli/gate/browser/find-chromium.ts';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../backend/local/engines/process.ts';
import { createVisitor } from '../../backend/local/identity/testing/visitor.ts';
import { resolveLocalhostNames } from '../../backend/local/runtime/localhost-lookup.ts';
import { root } from '../../scripts/lib/root.ts';
import { npmCommand, ownEnvironment, type Command } from '../setup/npm-command.ts';
import { copySeededState } from '../setup/seeded-state.ts';

/** A person of Aria Records' own team, as the shop is seeded. */
const developer = { email: 'dev@aria.example', password: 'Soldering-42' };

const folder = mkdtempSync(path.join(tmpdir(), 'tessera-team-'));
/** Of this run alone: a version is published once, and a platform that runs already keeps it. */
const name = `hello-${randomBytes(3).toString('hex')}`;
const remote = `mfe-${name}`;
const remoteFolder = path.join(folder, remote);
let port = Number(process.env['TESSERA_PORT'] || 0);
let platform: Command | undefined;

beforeAll(async () => {
  resolveLocalhostNames();
  if (port !== 0) return;
  port = await freePort();
  const stateDir = path.join(folder, 'state');
  await copySeededState(stateDir);
  platform = npmCommand(['start'], { PORT: String(port), TESSERA_STATE: stateDir });
  await platform.until(/Ready in/);
});
afterAll(async () => {
  if (platform) {
    process.kill(-platform.pid, 'SIGINT');
    await platform.ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  exit: number;
  json: Record<string, unknown>;
  err: string;
}

interface Asking {
  cwd?: string;
  env?: Record<string, string>;
  onAddress?: (address: string) => Promise<void>;
}

/** One command line, in a process of its own as it is typed. */
async function tessera(line: string, { cwd = folder, env = {}, onAddress }: Asking = {}): Promise<Ran> {
  const child = spawn(
    process.execPath,
    [path.join(root, 'packages/cli/bin/tessera.js'), ...line.split(' '), '--json'],
    {
      cwd,
      env: { ...ownEnvironment(), HOME: folder, XDG_CONFIG_HOME: path.join(folder, 'config'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let out = '';
  let err = '';
  let opened: Promise<void> | undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    const address = /http:\S+authorize\S+/.exec(err)?.[0];
    if (address !== undefined) opened ??= onAddress?.(address);
  });
  const exit = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  await opened;
  return { exit, json: JSON.parse(out) as Record<string, unknown>, err };
}

/** In a browser that knows only forms. */
async function signIn(address: string): Promise<void> {
  const visitor = createVisitor((host) => Number(host.split(':')[1]));
  const done = await visitor.submit(await visitor.visit(address), developer);
  expect(done.text).toContain('You are signed in.');
}

async function inFolder(line: string, env: Record<string, string> = {}): Promise<Ran> {
  const ran = await tessera(line, { cwd: remoteFolder, env });
  expect(ran.exit, `${line}\n${ran.err}\n${JSON.stringify(ran.json).slice(0, 3_000)}`).toBe(0);
  return ran;
}

const shop = () => `http://aria.localhost:${port}`;

/** Share of new visitors whose page is the new one. */
async function shareOf(visitors: number): Promise<number> {
  let served = 0;
  for (let count = 0; count < visitors; count += 1) {
    const answer = await fetch(`${shop()}/${name}`, { headers: { accept: 'text/html' } });
    await answer.text();
    if (answer.status === 200) served += 1;
  }
  return served / visitors;
}

async function until(done: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It took too long until ${what}`);
}

test('from an empty folder to a page of one’s own in front of 5 % of a shop’s visitors, and back', async () => {
  const begun = performance.now();
  const times: [string, number][] = [];
  const timed = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const start = performance.now();
    await work();
    times.push([name, (performance.now() - start) / 1000]);
  };

  await timed('login', async () => {
    const ran = await tessera(`login --no-open --shop ${shop()}`, { onAddress: signIn });
    expect(ran.exit, JSON.stringify(ran)).toBe(0);
  });
  await timed('create', async () => {
    const created = await tessera(`create ${name} --skip-install --shop ${shop()}`);
    expect(created.exit, created.err).toBe(0);
    // What npm would install is here already.
    await symlink(path.join(root, 'node_modules'), path.join(remoteFolder, 'node_modules'));
  });
  const chromium = findChromium();
  await timed('check and publish', async () => {
    const { json } = await inFolder(`publish${chromium ? '' : ' --skip-browser'}`);
    expect(json).toMatchObject({ remote, version: '0.1.0', isNew: true, checked: true });
  });
  const again = await inFolder('publish --skip-check');
  expect(again.json).toMatchObject({ isNew: false, uploaded: { files: 0 } });
  expect(Number(again.json['durationMs'])).toBeLessThan(10_000);
  expect(await shareOf(5)).toBe(0);

  await timed('promote to 5 %', async () => {
    await inFolder(`promote ${remote}@0.1.0 --traffic 5`);
    await until(async () => (await shareOf(60)) > 0, 'somebody of 60 visitors was served it');
  });
  const share = await shareOf(1000);
  // Five standard deviations around 5 % of 1000.
  expect(share).toBeGreaterThan(0.015);
  expect(share).toBeLessThan(0.085);
  const total = (performance.now() - begun) / 1000;
  const listed = times.map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`).join(', ');
  console.log(
    `From nothing to 5 % in ${total.toFixed(1)} s: ${listed}; ${(share * 100).toFixed(1)} % of 1000 visitors have it.`,
  );
  expect(total).toBeLessThan(300);

  await inFolder(`promote ${remote}@0.1.0 --to stable`);
  await until(async () => (await shareOf(3)) === 1, 'everybody is served it');
  const page = await (await fetch(`${shop()}/${name}`, { headers: { accept: 'text/html' } })).text();
  expect(page).toContain(`${remote}/0.1.0/remoteEntry.js`);
  const { json } = await inFolder('channels');
  expect(JSON.stringify(json)).toContain(`"remote":"${remote}"`);
}, 330_000);

test('a second version: compared, rolled back, and looked up in the log', async () => {
  const file = path.join(remoteFolder, 'package.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"version": "0.1.0"', '"version": "0.2.0"'));
  const messages = path.join(remoteFolder, 'src/messages/en.messages.json');
  await writeFile(messages, (await readFile(messages, 'utf8')).replace('Picked for you', 'Picked anew'));
  await inFolder('publish --skip-browser');
  const { json: diff } = await inFolder(`diff ${remote}@0.1.0 0.2.0`);
  expect(JSON.stringify(diff)).toContain('en.messages');
  await inFolder(`promote ${remote}@0.2.0 --traffic 50`);
  await inFolder(`pause ${remote} --reason lunch`);
  await inFolder(`pause ${remote} --resume`);
  await inFolder(`rollback ${remote} --reason worse`);
  const { json: log } = await inFolder(`logs ${remote}`);
  expect(JSON.stringify(log)).toMatch(/release\.published[^]*worse/);
  const { json: list } = await inFolder(`releases ${remote}`);
  expect(list['items']).toHaveLength(2);

  await writeFile(messages, (await readFile(messages, 'utf8')).replace('Picked anew', 'Picked again'));
  const taken = await tessera('publish --skip-check', { cwd: remoteFolder });
  expect(taken).toMatchObject({ exit: 5, json: { error: { code: 'version_taken' } } });
});

test('a deploy token publishes what it is for and nothing else, until it is revoked', async () => {
  const { json } = await inFolder(`tokens create --remote ${remote} --days 1 --label CI`);
  const { token, id } = json['token'] as { token: string; id: string };
  const env = { TESSERA_TOKEN: token, XDG_CONFIG_HOME: path.join(folder, 'nobody') };
  await inFolder('releases', env);
  expect(await tessera('promote mfe-catalog@0.1.0 --traffic 5', { cwd: remoteFolder, env })).toMatchObject({ exit: 4 });
  await inFolder(`tokens revoke ${id}`);
  expect(await tessera('releases', { cwd: remoteFolder, env })).toMatchObject({
    exit: 4,
    json: { error: { code: 'token_unknown' } },
  });
  await inFolder('logout');
  expect(await tessera('releases', { cwd: remoteFolder })).toMatchObject({ exit: 4 });
});
