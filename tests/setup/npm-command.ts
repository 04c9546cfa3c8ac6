import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { root } from '../../scripts/lib/root.ts';

export interface Command {
  /** Of npm itself. */
  pid: number;
  output(): string;
  /** The processes it consists of: npm, and all that it has started. */
  tree(): number[];
  /** Waits for words of its output; rejects where it ends without them. */
  until(words: RegExp): Promise<void>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Runs a script of the repository as a person does, in a process group of its own as a terminal gives it. */
export function npmCommand(args: readonly string[], env: Readonly<Record<string, string>>): Command {
  const child = spawn('npm', args, {
    cwd: root,
    env: { ...ownEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      for (const listener of listeners) listener();
    });
  const ended = endOf(child);
  return {
    pid: child.pid ?? 0,
    output: () => output,
    tree: () => treeOf(child.pid ?? 0),
    ended,
    until: (words) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!words.test(output)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error(`ended without ${String(words)}:\n${output}`)));
      }),
  };
}

/** What a test runner says to its own children is none of a command's business. */
export const ownEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|NODE_OPTIONS|VITEST.*|TEST|npm_.*)$/.test(name)),
  );

const endOf = (child: ChildProcess): Command['ended'] =>
  new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));

function treeOf(pid: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(Number(name))]),
  );
  const below = (one: number): number[] =>
    [...parents].filter(([, parent]) => parent === one).flatMap(([child]) => [child, ...below(child)]);
  return [pid, ...below(pid)];
}

function parentOf(pid: number): number | undefined {
  try {
    // The name in parentheses may hold anything.
    const [, state] = /\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return Number(state?.split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** Those of some processes that are still there; one that only waits to be noticed by its parent is not. */
export const alive = (pids: readonly number[]): number[] =>
  pids.filter((pid) => {
    try {
      return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
      return false;
    }
  });
