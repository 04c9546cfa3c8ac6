import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Asks until `isReady` says yes. */
export async function waitUntil(isReady: () => Promise<boolean>, timeoutMs: number, what: string): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (await isReady().catch(() => false)) return;
    await delay(20);
  }
  throw new Error(`${what} did not become ready within ${timeoutMs} ms`);
}

/** Starts a child that ends when we do, however that happens; `stop` waits until it is gone. */
export function startProcess(command: string, args: readonly string[]): { child: ChildProcess; stop(): Promise<void> } {
  // In a group of its own: an interrupt at the terminal is for us to pass on, in our order.
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  child.stderr?.resume();
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const mourner = mourn(child);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    child,
    async stop() {
      process.off('exit', kill);
      mourner?.kill('SIGKILL');
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const forced = setTimeout(kill, 1_000);
      await gone;
      clearTimeout(forced);
    },
  };
}

/** A shell that waits for our end of a pipe to close, which even `kill -9` does, and then ends the child. */
function mourn({ pid }: ChildProcess): ChildProcess | undefined {
  if (pid === undefined) return undefined;
  const script = `cat >/dev/null; kill -9 ${pid} 2>/dev/null`;
  const shell = spawn('/bin/sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  shell.on('error', () => undefined);
  shell.unref();
  return shell;
}
