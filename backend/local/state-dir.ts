import { mkdirSync, writeFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The platform cannot start where it was told to; the message says what to do. */
export class PlatformStartError extends Error {
  readonly reason: 'port-busy' | 'state-locked' | 'state-read-only' | 'engine';

  constructor(reason: PlatformStartError['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PlatformStartError';
    this.reason = reason;
  }
}

export interface StateDir {
  path: string;
  of(...parts: string[]): string;
  release(): void;
}

/** Takes the folder for this process. The lock is the kernel's, so it ends with the process however that ends. */
export function openStateDir(folder: string): StateDir {
  const root = path.resolve(folder);
  try {
    mkdirSync(root, { recursive: true });
    const probe = path.join(root, '.write-probe');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (cause) {
    throw new PlatformStartError(
      'state-read-only',
      `The state folder ${root} cannot be written to. Make it writable, or set TESSERA_STATE to another folder.`,
      { cause },
    );
  }
  const lock = takeLock(root);
  return { path: root, of: (...parts) => path.join(root, ...parts), release: () => lock.close() };
}

function takeLock(root: string): DatabaseSync {
  const lock = new DatabaseSync(path.join(root, 'lock.sqlite'));
  try {
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    lock.close();
    throw new PlatformStartError(
      'state-locked',
      `Another Tessera already runs on the state folder ${root}. Stop it, or set TESSERA_STATE to another folder.`,
      { cause },
    );
  }
}
