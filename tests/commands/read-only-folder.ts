import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

export interface ReadOnlyFolder {
  /** Below it nothing can be written. */
  path: string;
  remove(): void;
}

/** A folder that really cannot be written to, also by root: a mount that is read only, or what is no folder at all. */
export function createReadOnlyFolder(parent: string): ReadOnlyFolder {
  const folder = path.join(parent, 'read-only');
  mkdirSync(folder);
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o555);
    return { path: folder, remove: () => rmSync(folder, { recursive: true }) };
  }
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder]).status === 0)
    return { path: folder, remove: () => void spawnSync('umount', [folder]) };
  const file = path.join(parent, 'a-file');
  writeFileSync(file, '');
  return { path: file, remove: () => rmSync(file) };
}
