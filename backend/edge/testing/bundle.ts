import { build, transform } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** Syntax that CloudFront Functions (runtime 2.0) do not have; the bundler fails where it cannot rewrite it. */
const missing = {
  destructuring: false,
  'for-of': false,
  class: false,
  'default-argument': false,
  generator: false,
  'object-rest-spread': false,
  'array-spread': false,
  bigint: false,
};

/** Bundles a viewer function as it is deployed: one script with a `handler` and no exports. */
export async function bundleViewerFunction(file: string): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(`../${file}`, import.meta.url))],
    bundle: true,
    write: false,
    platform: 'neutral',
    format: 'esm',
    target: 'es2017',
    external: ['cloudfront'],
    minify: true,
  });
  const [output] = result.outputFiles;
  const { code } = await transform(output?.text ?? '', {
    format: 'esm',
    target: 'es2017',
    supported: missing,
    minify: true,
  });
  return code.replace(/export\s*\{\s*(\w+)(?:\s+as\s+handler)?\s*\};?\s*$/, (_, name: string) =>
    name === 'handler' ? '' : `function handler(e){return ${name}(e)}`,
  );
}
