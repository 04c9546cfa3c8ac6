import { spawn } from 'node:child_process';
import path from 'node:path';
import { createVisitor } from '../../backend/local/identity/testing/visitor.ts';
import { root } from '../../scripts/lib/root.ts';
import type { Person } from './actions.ts';

export interface CommandLine {
  /** The first JSON document that it writes. */
  first: Promise<Record<string, unknown>>;
  /** What it said besides. */
  said(): string;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number>;
  ended: Promise<number>;
}

/** `tessera …` in a process of its own, with tokens kept in a folder of the journey's. */
export function tessera(args: readonly string[], home: string): CommandLine {
  const child = spawn(process.execPath, [path.join(root, 'packages/cli/bin/tessera.js'), ...args, '--json'], {
    cwd: root,
    env: { ...process.env, TESSERA_TOKEN: '', TESSERA_SHOP: '', HOME: home, XDG_CONFIG_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  const first = Promise.withResolvers<Record<string, unknown>>();
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    try {
      first.resolve(JSON.parse(out) as Record<string, unknown>);
    } catch {
      // More of it is to come.
    }
  });
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  void ended.then((code) => first.reject(new Error(`ended with ${code}: ${out}${err}`)));
  first.promise.catch(() => undefined);
  return {
    first: first.promise,
    said: () => err,
    ended,
    stop() {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** `tessera login`, with a browser that knows only forms. */
export async function logIn(shop: string, person: Person, home: string): Promise<void> {
  const login = tessera(['login', '--no-open', '--shop', shop], home);
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setInterval(() => {
      const found = /https?:\S+authorize\S+/.exec(login.said())?.[0];
      if (found === undefined) return;
      clearInterval(timer);
      resolve(found);
    }, 50);
    void login.ended.then((code) => reject(new Error(`ended with ${code}: ${login.said()}`)));
  });
  const visitor = createVisitor((host) => Number(host.split(':')[1]));
  await visitor.submit(await visitor.visit(address), { email: person.email, password: person.password });
  const code = await login.ended;
  if (code !== 0) throw new Error(`login ended with ${code}: ${login.said()}`);
}
