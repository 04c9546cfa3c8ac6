import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { root } from './root.ts';

const patienceMs = 10 * 60_000;

/** One build of this checkout at a time: a second waits for the first. The lock is the kernel's, so it ends with its process. */
export async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  const folder = path.join(root, '.cache', 'build');
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(path.join(folder, 'lock.sqlite'));
  lock.exec(`PRAGMA busy_timeout = ${patienceMs}; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE`);
  try {
    return await work();
  } finally {
    lock.close();
  }
}
