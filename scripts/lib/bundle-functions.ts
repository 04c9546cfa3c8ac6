import { build, stop } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { functions, versionedSlices, type FunctionSpec } from '../../backend/functions.ts';
import { root } from './root.ts';
import { slimPlugin } from './slim-plugin.ts';

/** As long as a version, so that what stands behind it in the code stays where the source map has it. */
const versionHolder = '@sliceversn@';

const viewerFunctionLimitBytes = 10 * 1024;

const distDir = path.join(root, 'backend', 'dist');
const sliceVersionsFile = path.join(distDir, 'slices.json');

/** Bundles functions to `backend/dist/<name>/index.mjs` (viewer functions: `index.js`), as they are deployed. */
export async function bundleAll(specs: readonly FunctionSpec[] = functions): Promise<void> {
  await bundleLambdas(specs.filter(({ kind }) => kind !== 'viewer-function'));
  for (const spec of specs) if (spec.kind === 'viewer-function') await bundleViewerFunction(spec);
  for (const { name } of (await readdir(distDir, { withFileTypes: true })).filter((entry) => entry.isDirectory()))
    if (!specs.some((spec) => spec.name === name)) await rm(path.join(distDir, name), { recursive: true });
  // The service keeps every graph in memory.
  await stop();
}

const entryOf = ({ entry }: FunctionSpec) => path.join(root, 'backend', entry);

/** All in one run, so that what they share is read and parsed once. */
async function bundleLambdas(specs: readonly FunctionSpec[]): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: specs.map((spec) => ({ in: entryOf(spec), out: `${spec.name}/index` })),
    outdir: distDir,
    write: false,
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
    define: { __SLICE_VERSION__: JSON.stringify(versionHolder) },
    // Dependencies that are still CommonJS call `require` for Node built-ins.
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  });
  const code = new Map(outputFiles.map((file) => [path.relative(distDir, file.path), Buffer.from(file.contents)]));
  const versions = nameVersions(code);
  for (const [name, content] of code) await replaceFile(path.join(distDir, name), content);
  await replaceFile(sliceVersionsFile, `${JSON.stringify(versions, null, 2)}\n`);
}

/** Hashes what each slice's functions are together, and writes the hash into them. */
function nameVersions(code: Map<string, Buffer>): Record<string, string> {
  const versions: Record<string, string> = {};
  for (const [slice, names] of Object.entries(versionedSlices)) {
    const files = names.map((name) => path.join(name, 'index.mjs')).filter((file) => code.has(file));
    if (files.length === 0) continue;
    const hash = createHash('sha256');
    for (const file of files) hash.update(`${file}\0`).update(code.get(file) ?? '');
    const version = hash.digest('hex').slice(0, 12);
    for (const file of files)
      code.set(
        file,
        Buffer.from((code.get(file) ?? Buffer.alloc(0)).toString('utf8').replaceAll(versionHolder, version)),
      );
    versions[slice] = version;
  }
  return versions;
}

/** CloudFront Functions know one import (`cloudfront`), a global `handler`, no exports, and 10 KB. */
async function bundleViewerFunction(spec: FunctionSpec): Promise<void> {
  const entry = entryOf(spec);
  const outfile = path.join(distDir, spec.name, 'index.js');
  const { outputFiles } = await build({
    entryPoints: [entry],
    outfile,
    write: false,
    bundle: true,
    platform: 'neutral',
    target: 'es2020',
    format: 'esm',
    external: ['cloudfront'],
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
  });
  const code = outputFiles[0]?.text ?? '';
  const script = code.replace(/export\s*\{\s*(\w+)(?:\s+as\s+handler)?\s*\};?\s*$/, (_, name: string) =>
    name === 'handler' ? '' : `function handler(e){return ${name}(e)}`,
  );
  if (script.length > viewerFunctionLimitBytes)
    throw new Error(`${entry} bundles to ${script.length} bytes; CloudFront Functions take 10 KB`);
  await replaceFile(outfile, script);
}

/** A platform that runs meanwhile, and loads a function when it is first called, finds the old bundle or the new one. */
async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
}
