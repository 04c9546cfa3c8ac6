import path from 'node:path';
import { startCloud, type Cloud } from '../../backend/local/cloud.ts';
import { PlatformStartError } from '../../backend/local/state-dir.ts';
import { distsOf } from '../build.ts';
import { step, StepError } from './progress.ts';
import { root } from './root.ts';

/** Where the product runs, as `PORT` and `TESSERA_STATE` say. */
export function placeOf(env: Readonly<Record<string, string | undefined>>): { port: number; stateDir: string } {
  const port = Number(env['PORT'] ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StepError(
      `PORT is “${env['PORT']}”, which is no port.`,
      'Set it to a number from 1 to 65535, or leave it out for 8080.',
    );
  return { port, stateDir: path.resolve(root, env['TESSERA_STATE'] ?? '.tessera') };
}

/** Starts everything; what stands in the way is said with the way out. */
export async function startProduct(place: { port: number; stateDir: string }): Promise<Cloud> {
  const cloud = await startCloud({ ...place, root, distsOf, step }).catch(explain);
  stopOnSignal(cloud);
  return cloud;
}

function explain(error: unknown): never {
  const cause = error instanceof Error && error.cause instanceof PlatformStartError ? error.cause : error;
  if (!(cause instanceof PlatformStartError)) throw error;
  const [what, ...wayOut] = cause.message.split('. ');
  throw new StepError(`${what}.`, wayOut.join('. '));
}

function stopOnSignal(cloud: Cloud): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      // A second Ctrl-C does not wait.
      if (stopping) process.exit(1);
      stopping = true;
      cloud.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
}
