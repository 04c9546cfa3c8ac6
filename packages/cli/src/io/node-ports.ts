import { spawn } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Ports, Spawn } from './ports.ts';

/** The ports of a real terminal. */
export function nodePorts(signal: AbortSignal): Ports {
  return {
    env: process.env,
    cwd: process.cwd(),
    terminal: {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
      outIsTty: process.stdout.isTTY === true,
      errIsTty: process.stderr.isTTY === true,
    },
    fetch: (input, init) => fetch(input, { ...init, signal: joined(signal, init?.signal) }),
    fs,
    spawn: run,
    now: Date.now,
    sleep: (ms) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
    openBrowser,
    signal,
  };
}

const joined = (signal: AbortSignal, other: AbortSignal | null | undefined): AbortSignal =>
  other ? AbortSignal.any([signal, other]) : signal;

const run: Spawn = (command, args, { cwd, env }) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Whether something took the address; a machine without a screen has nothing that does. */
function openBrowser(url: string): Promise<boolean> {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  return new Promise((resolve) => {
    const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
