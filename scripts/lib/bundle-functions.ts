import { build, stop } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { functions, type FunctionSpec } from '../../backend/functions.ts';
import { root } from './root.ts';
import { slimPlugin } from './slim-plugin.ts';

const viewerFunctionLimitBytes = 10 * 1024;

const distDir = path.join(root, 'backend', 'dist');

/** Bundles functions to `backend/dist/<name>/index.mjs` (viewer functions: `index.js`), as they are deployed. */
export async function bundleAll(specs: readonly FunctionSpec[] = functions): Promise<void> {
  await rm(distDir, { recursive: true, force: true });
  await mkdir(distDir, { recursive: true });
  await bundleLambdas(specs.filter(({ kind }) => kind !== 'viewer-function'));
  for (const spec of specs) if (spec.kind === 'viewer-function') await bundleViewerFunction(spec);
  // The service keeps every graph in memory.
  await stop();
}

const entryOf = ({ entry }: FunctionSpec) => path.join(root, 'backend', entry);

/** All in one run, so that what they share is read and parsed once. */
async function bundleLambdas(specs: readonly FunctionSpec[]): Promise<void> {
  await build({
    entryPoints: specs.map((spec) => ({ in: entryOf(spec), out: `${spec.name}/index` })),
    outdir: distDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'error',
    plugins: [slimPlugin],
    // Dependencies that are still CommonJS call `require` for Node built-ins.
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  });
}

/** CloudFront Functions know one import (`cloudfront`), a global `handler`, no exports, and 10 KB. */
async function bundleViewerFunction(spec: FunctionSpec): Promise<void> {
  const entry = entryOf(spec);
  const outfile = path.join(distDir, spec.name, 'index.js');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'neutral',
    target: 'es2020',
    format: 'esm',
    external: ['cloudfront'],
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
  });
  const code = await readFile(outfile, 'utf8');
  const script = code.replace(/export\s*\{\s*(\w+)(?:\s+as\s+handler)?\s*\};?\s*$/, (_, name: string) =>
    name === 'handler' ? '' : `function handler(e){return ${name}(e)}`,
  );
  if (script.length > viewerFunctionLimitBytes)
    throw new Error(`${entry} bundles to ${script.length} bytes; CloudFront Functions take 10 KB`);
  await writeFile(outfile, script);
}
