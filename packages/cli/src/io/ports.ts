import type * as fs from 'node:fs/promises';

/** Everything a command does to the world outside of this process. */
export interface Ports {
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  terminal: Terminal;
  fetch: typeof fetch;
  fs: FileSystem;
  spawn: Spawn;
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends early where the command is stopped. */
  sleep(ms: number): Promise<void>;
  openBrowser(url: string): Promise<boolean>;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}

export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  outIsTty: boolean;
  errIsTty: boolean;
}

export type FileSystem = Pick<
  typeof fs,
  'readFile' | 'writeFile' | 'mkdir' | 'readdir' | 'rm' | 'stat' | 'cp' | 'chmod' | 'rename'
>;

export type Spawn = (
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string> },
) => Promise<{ code: number; output: string }>;
