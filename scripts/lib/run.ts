import { spawn } from 'node:child_process';
import { root } from './root.ts';

export interface Outcome {
  code: number;
  output: string;
}

/** Runs a command to its end, collecting what it prints; `echo` shows it as it comes. */
export function run(
  command: string,
  args: readonly string[],
  options: { echo?: boolean; env?: Record<string, string> } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = () => child.kill('SIGTERM');
    process.once('exit', stop);
    const chunks: Buffer[] = [];
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const)
      from.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (options.echo) to.write(chunk);
      });
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', stop);
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

/** Runs a TypeScript file of the repository on this Node. */
export const runScript = (file: string, args: readonly string[] = [], options: Parameters<typeof run>[2] = {}) =>
  run(process.execPath, [file, ...args], options);
