/** The product on one machine: builds what changed, starts the embedded cloud, seeds three shops, and says where all is. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startCloud, type Cloud } from '../backend/local/cloud.ts';
import { PlatformStartError } from '../backend/local/state-dir.ts';
import { buildAll, distsOf } from './build.ts';
import { elapsed, printFailure, step, StepError } from './lib/progress.ts';
import { root } from './lib/root.ts';
import { welcomeTable } from './lib/welcome.ts';

const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } });
const port = Number(process.env['PORT'] ?? 8080);
const stateDir = path.resolve(root, process.env['TESSERA_STATE'] ?? '.tessera');

try {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StepError(
      `PORT is “${process.env['PORT']}”, which is no port.`,
      'Set it to a number from 1 to 65535, or leave it out for 8080.',
    );
  console.log('Tessera');
  if (values.reset) await step('Forget all state', () => rm(stateDir, { recursive: true, force: true }));
  await buildAll();
  const cloud = await startCloud({ port, stateDir, root, distsOf, step }).catch(explain);
  console.log(
    `\n${welcomeTable(cloud.platform.urlOf)}\n\nReady in ${elapsed()}. Ctrl-C stops everything; what was bought stays in ${path.relative(process.cwd(), stateDir) || '.'}/.`,
  );
  stopOnSignal(cloud);
} catch (error) {
  printFailure(error);
  process.exit(1);
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
