import { build } from 'esbuild';
import path from 'node:path';

/** One file, so that a process that was killed is replaced in a moment. */
export async function bundleFunction(outDir: string): Promise<string> {
  const outfile = path.join(outDir, 'function.mjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'function-process.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  });
  return outfile;
}
