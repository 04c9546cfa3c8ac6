import { resolveLocalhostNames } from './io/localhost-names.ts';
import { nodePorts } from './io/node-ports.ts';
import { exitCodes } from './exit-codes.ts';
import { run } from './run.ts';

/** The program: one command line, one exit code. */
export async function main(): Promise<void> {
  resolveLocalhostNames();
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort();
    // A second one does not wait for anything.
    process.once('SIGINT', () => process.exit(exitCodes.interrupted));
  });
  process.once('SIGTERM', () => stop.abort());
  process.exitCode = await run(process.argv.slice(2), nodePorts(stop.signal));
}
