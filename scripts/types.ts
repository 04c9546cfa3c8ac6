/** Type-checks the repository with the native compiler: pages and servers, then the service worker's own world. */
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { root } from './lib/root.ts';
import { runScript } from './lib/run.ts';

const compiler = 'node_modules/typescript-7/bin/tsc';
/** Set up by whoever creates a repository from it, with packages that are not here. */
const elsewhere = ['packages/cli/template-repository'];
const skipped = new Set(['node_modules', 'dist', 'generated', 'cdk.out', '.cache']);

const results = await Promise.all(
  ['tsconfig.json', 'tsconfig.worker.json'].map((project) =>
    runScript(compiler, ['-p', project, '--pretty', 'false', '--listFiles']),
  ),
);
const checked = new Set<string>();
for (const { code, output } of results) {
  const said: string[] = [];
  for (const line of output.split('\n')) {
    const isFile = path.isAbsolute(line);
    if (isFile) checked.add(path.relative(root, line));
    else said.push(line);
  }
  if (code === 0) continue;
  process.stdout.write(said.join('\n'));
  process.exitCode = 1;
}

// A pattern that matches less than it seems to leaves whole folders unread, and says nothing.
const exclude = (name: string): boolean => skipped.has(path.basename(name)) || elsewhere.includes(name);
for await (const file of glob('**/*.{ts,tsx}', { cwd: root, exclude })) {
  if (checked.has(file)) continue;
  console.log(`${file}: no tsconfig includes it`);
  process.exitCode = 1;
}
