/** `node packages/federation/src/vite/build-cli.ts <folder> [--variant <name>] [--out <folder>]` */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildRemote } from './build.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { variant: { type: 'string' }, out: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Which folder? build-cli.ts <folder> [--variant <name>] [--out <folder>]');

const startedAt = performance.now();
const { build } = await buildRemote({
  root: path.resolve(folder),
  ...(values.variant === undefined ? {} : { variant: values.variant }),
  ...(values.out === undefined ? {} : { outDir: values.out }),
});
const kilobytes = Math.round(build.files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(`${build.manifest.name} ${build.version}: ${build.files.length} files, ${kilobytes} kB, ${seconds} s`);
