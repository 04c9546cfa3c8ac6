/** Type-checks the repository with the native compiler: pages and servers, then the service worker's own world. */
import { runScript } from './lib/run.ts';

const compiler = 'node_modules/typescript-7/bin/tsc';
const results = await Promise.all(
  ['tsconfig.json', 'tsconfig.worker.json'].map((project) => runScript(compiler, ['-p', project, '--pretty', 'false'])),
);
for (const { code, output } of results)
  if (code !== 0) {
    process.stdout.write(output);
    process.exitCode = 1;
  }
