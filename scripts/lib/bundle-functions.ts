import { build, stop } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { functions, type FunctionSpec } from '../../backend/functions.ts';
import { root } from './root.ts';
import { slimPlugin } from './slim-plugin.ts';

const viewerFunctionLimitBytes = 10 * 1024;

/** Bundles one function to `backend/dist/<name>/index.mjs` (viewer functions: `index.js`), as it is deployed. */
export async function bundleFunction(spec: FunctionSpec): Promise<void> {
  const outdir = path.join(root, 'backend', 'dist', spec.name);
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const entry = path.join(root, 'backend', spec.entry);
  await (spec.kind === 'viewer-function' ? bundleViewerFunction(entry, outdir) : bundleLambda(entry, outdir));
}

/** Bundles all, a few at a time; esbuild's service keeps every graph in memory, so it is let go at the end. */
export async function bundleAll(specs: readonly FunctionSpec[] = functions): Promise<void> {
  const waiting = [...specs];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await bundleFunction(next);
  };
  await Promise.all([lane(), lane(), lane()]);
  await stop();
}

async function bundleLambda(entry: string, outdir: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile: path.join(outdir, 'index.mjs'),
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
async function bundleViewerFunction(entry: string, outdir: string): Promise<void> {
  const outfile = path.join(outdir, 'index.js');
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
