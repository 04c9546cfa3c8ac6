import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../backend/local/engines/process.ts';
import { alive, npmCommand, type Command } from '../setup/npm-command.ts';
import { copySeededState } from '../setup/seeded-state.ts';
import { createReadOnlyFolder } from './read-only-folder.ts';
import { createShopper, productsOf } from './shopper.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tessera-commands-'));
const stateDir = path.join(folder, 'state');
let port: number;
const running = new Set<Command>();

function start(args: readonly string[] = [], env: Record<string, string> = {}): Command {
  const command = npmCommand(['start', '--', ...args], { PORT: String(port), TESSERA_STATE: stateDir, ...env });
  running.add(command);
  void command.ended.then(() => running.delete(command));
  return command;
}

beforeAll(async () => {
  port = await freePort();
  await copySeededState(stateDir);
});
afterEach(() => {
  for (const { pid } of running) process.kill(-pid, 'SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what stands in the way is said before any work is done', () => {
  async function refusal(env: Record<string, string>, args: readonly string[] = []): Promise<string> {
    const command = start(args, env);
    const { code } = await command.ended;
    expect(code).toBe(1);
    expect(command.output()).not.toMatch(/Bundle functions|\n +at /);
    return command.output();
  }

  test('a busy port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const unused = path.join(folder, 'unused');
    const output = await refusal({ TESSERA_STATE: unused });
    expect(output).toContain(`Port ${port} is taken by another program.`);
    expect(output).toContain(`→ Stop it, or set PORT to another, e.g. PORT=${port + 1}.`);
    expect(existsSync(unused)).toBe(false);
    await new Promise((resolve) => other.close(resolve));
  });

  test('a state folder that cannot be written to', async () => {
    const readOnly = createReadOnlyFolder(folder);
    try {
      for (const one of [readOnly.path, path.join(readOnly.path, 'state')]) {
        const output = await refusal({ TESSERA_STATE: one });
        expect(output).toContain(`The state folder ${one} cannot be written to.`);
        expect(output).toContain('→ Make it writable, or set TESSERA_STATE to another folder.');
      }
    } finally {
      readOnly.remove();
    }
  });

  test('a port that is none, and a switch that is none', async () => {
    expect(await refusal({ PORT: 'eighty' })).toContain('PORT is “eighty”, which is no port.');
    expect(await refusal({}, ['--rest'])).toContain("Unknown option '--rest'.");
  });

  test('a folder of somebody else’s is not forgotten', async () => {
    const foreign = path.join(folder, 'foreign');
    mkdirSync(foreign);
    writeFileSync(path.join(foreign, 'thesis.txt'), 'years of work');
    expect(await refusal({ TESSERA_STATE: foreign }, ['--reset'])).toContain('no state of Tessera: thesis.txt');
    expect(readdirSync(foreign)).toContain('thesis.txt');
  });
});

test('says how it is used', async () => {
  const command = start(['--help']);
  expect((await command.ended).code).toBe(0);
  expect(command.output()).toMatch(/--reset[^]*PORT[^]*TESSERA_STATE/);
});

describe('a stop leaves no process behind, and a start after it has everything', () => {
  const stops: readonly [how: string, stop: (command: Command) => void][] = [
    ['Ctrl-C at the terminal', ({ pid }) => process.kill(-pid, 'SIGINT')],
    ['the end of npm', ({ pid }) => process.kill(pid, 'SIGTERM')],
    ['the end of its process', (command) => process.kill(nodeOf(command), 'SIGTERM')],
  ];
  const shopper = createShopper('aria', () => port);

  test.each(stops)('%s', async (_how, stop) => {
    const begun = performance.now();
    const command = start();
    await command.until(/Ready in/);
    expect(performance.now() - begun).toBeLessThan(60_000);
    await expectKept();
    const processes = command.tree();
    expect(processes.length).toBeGreaterThan(4);
    stop(command);
    const { code, signal } = await command.ended;
    expect([code, signal]).toEqual([0, null]);
    expect(alive(processes)).toEqual([]);
  });

  /** The first time round there is nobody yet: a person, an order and a cart are made, which all later starts must have. */
  let made: { orderId: string; email: string } | undefined;
  const [bought = '', wanted = ''] = productsOf('aria');
  async function expectKept(): Promise<void> {
    if (!made) {
      const email = await shopper.signUp();
      const order = await shopper.placeOrder(bought, email);
      await shopper.pay(order, email);
      await shopper.untilOwned(order.orderId);
      await shopper.put(wanted, 1);
      made = { orderId: order.orderId, email };
    }
    const again = createShopper('aria', () => port);
    await again.signIn({ email: made.email, password: shopper.password });
    expect(await again.entitlementsOf(made.orderId)).toHaveLength(1);
    expect((await again.cart()).lines.map(({ productId }) => productId)).toEqual([wanted]);
    expect(await shopper.isSignedIn()).toBe(true);
  }
});

test('--reset forgets everything, and Ctrl-C in the middle of a start leaves no process behind', async () => {
  writeFileSync(path.join(stateDir, 'seeded-by-yesterday'), '');
  const command = start(['--reset']);
  await command.until(/Start the embedded cloud/);
  expect(command.output()).toContain('Forget all state');
  expect(readdirSync(stateDir)).not.toContain('seeded-by-yesterday');
  expect(readdirSync(stateDir).filter((name) => name.startsWith('seeded-'))).toEqual([]);
  const processes = command.tree();
  process.kill(-command.pid, 'SIGINT');
  await command.ended;
  await expect.poll(() => alive(processes), { timeout: 5_000 }).toEqual([]);
});

/** The platform's own process, which npm has started. */
function nodeOf(command: Command): number {
  const [, pid] = command.tree();
  if (pid === undefined) throw new Error('npm has started nothing');
  return pid;
}
