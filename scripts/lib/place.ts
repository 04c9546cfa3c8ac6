import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { requireFreePort } from '../../backend/local/gateway.ts';
import { openStateDir, PlatformStartError } from '../../backend/local/state-dir.ts';
import { StepError } from './progress.ts';
import { root } from './root.ts';

export interface Place {
  port: number;
  stateDir: string;
}

/** Where the product runs, as `PORT` and `TESSERA_STATE` say. */
export function placeOf(env: Readonly<Record<string, string | undefined>>): Place {
  const port = Number(env['PORT'] || 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StepError(
      `PORT is “${env['PORT']}”, which is no port.`,
      'Set it to a number from 1 to 65535, or leave it out for 8080.',
    );
  return { port, stateDir: path.resolve(root, env['TESSERA_STATE'] || '.tessera') };
}

/** Says what stands in the way of a start before any work is done for it. */
export async function requirePlace({ port, stateDir }: Place): Promise<void> {
  try {
    await requireFreePort(port);
    openStateDir(stateDir).release();
  } catch (error) {
    explain(error);
  }
}

/** Empties the folder; the folder itself may be a mount. What is no state of ours stays. */
export function forgetState({ stateDir }: Place): void {
  const entries = readdirSync(stateDir).filter((name) => name !== 'lock.sqlite');
  if (entries.length > 0 && !existsSync(path.join(stateDir, 'secrets.json')))
    throw new StepError(
      `${stateDir} holds what is no state of Tessera: ${entries.slice(0, 3).join(', ')}.`,
      'Set TESSERA_STATE to a folder of its own, or empty this one yourself.',
    );
  for (const name of entries) rmSync(path.join(stateDir, name), { recursive: true, force: true });
}

/** Throws what a person can act upon in place of what the platform says. */
export function explain(error: unknown): never {
  const cause = error instanceof Error && error.cause instanceof PlatformStartError ? error.cause : error;
  if (!(cause instanceof PlatformStartError)) throw error;
  const [what, ...wayOut] = cause.message.split('. ');
  throw new StepError(`${what}.`, wayOut.join('. '), { cause });
}
