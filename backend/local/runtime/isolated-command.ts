import { fileURLToPath } from 'node:url';
import type { EnvironmentSettings } from './protocol.ts';

const bootstrap = fileURLToPath(new URL('./isolated-bootstrap.ts', import.meta.url));

/** What Node reserves of a process's data before it holds any, and what it holds beside the heap. */
const baseMb = 640;

/**
 * What the system holds the process to, each where it can: memory that is not of the heap (`RLIMIT_DATA`), seconds of a
 * processor, should nobody be left to end it, and a network namespace with nothing in it. A system without these leaves
 * them to Node's own bounds.
 */
const prelude = `ulimit -d "$0" 2>/dev/null
ulimit -t 600 2>/dev/null
if unshare --user --net true 2>/dev/null; then exec unshare --user --net "$@"; fi
exec "$@"`;

/** The command line of a process that runs somebody else's code: `[command, arguments]`. */
export function isolatedCommand(
  { bundle, memoryMb }: Pick<EnvironmentSettings, 'bundle' | 'memoryMb'>,
  nodeOptions: string,
): [string, string[]] {
  const node = [
    ...[process.execPath, '--permission', `--allow-fs-read=${bootstrap}`, `--allow-fs-read=${bundle}`],
    ...nodeOptions.split(' ').filter(Boolean),
    ...[`--max-old-space-size=${memoryMb}`, '--disable-warning=SecurityWarning', bootstrap, bundle],
  ];
  if (process.platform === 'win32') return [process.execPath, node.slice(1)];
  return ['/bin/sh', ['-c', prelude, String((memoryMb + baseMb) * 1024), ...node]];
}
