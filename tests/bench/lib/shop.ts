import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ShopFacts } from './shop-process.ts';

/** The platform as a process of its own, so that what it uses can be told from what measuring uses. */
export interface Shop extends ShopFacts {
  pid: number;
  /** `http://aria.localhost:<port>` */
  originOf(host: string): string;
  stop(): Promise<void>;
}

const startTimeoutMs = 240_000;

export async function startShop(): Promise<Shop> {
  const stateDir = await mkdtemp(path.join(tmpdir(), 'tessera-bench-'));
  const child = fork(path.join(import.meta.dirname, 'shop-process.ts'), [stateDir], { stdio: 'inherit' });
  const stop = async (): Promise<void> => {
    await ended(child);
    await rm(stateDir, { recursive: true, force: true });
  };
  try {
    const facts = await ready(child);
    const originOf = (host: string): string => `http://${host}:${facts.port}`;
    return { ...facts, pid: child.pid ?? 0, originOf, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function ready(child: ChildProcess): Promise<ShopFacts> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The platform did not start in time')), startTimeoutMs);
    child.once('message', (facts) => {
      clearTimeout(timer);
      // Both ends are this folder's own.
      resolve(facts as ShopFacts);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The platform ended with ${code} before it had started`));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.disconnect();
  });
}
