import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

export interface LeanContainerOptions {
  name: string;
  root: string;
  /** Package → version range. */
  required: Readonly<Record<string, string>>;
  /** Exposed name → module, relative to the root. */
  exposes: Readonly<Record<string, string>>;
}

const container = fileURLToPath(new URL('../container/create-container.ts', import.meta.url));
/** Starts of a host, which the plugin emits for remotes too. */
const starts = /__(?:hostAutoInit|pendingShares)__/;
const shares = fileURLToPath(new URL('../container/shares.ts', import.meta.url));

/**
 * Puts our container where the federation plugin puts its general one. The plugin finds the imports of shared modules
 * and makes them wrappers; what its wrappers and entry do at run time (negotiate versions between bundlers, copies and
 * scopes, for 9 kB brotli in each remote and 17 kB of runtime in the host) is here one look into the host's share scope.
 * The interface between builds stays Module Federation's: `init(shareScope)` and `get(module)`.
 */
export function leanContainer(options: LeanContainerOptions): Plugin {
  return {
    name: 'tessera:lean-container',
    enforce: 'post',
    transform(code, id) {
      if (id.startsWith('virtual:mf-REMOTE_ENTRY_ID')) return { code: entryOf(options), map: null };
      if (id.includes('__loadShare__')) return { code: wrapperOf(code, id), map: null };
      if (starts.test(id)) return { code: 'export {};', map: null };
      return null;
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const kept = reachable(bundle, options.name);
        for (const [file, output] of Object.entries(bundle))
          if (output.type === 'chunk' && !kept.has(file)) delete bundle[file];
      },
    },
  };
}

function entryOf({ name, root, required, exposes }: LeanContainerOptions): string {
  const loaders = Object.entries(exposes).map(
    ([exposed, module]) => `${JSON.stringify(exposed)}: () => import(${JSON.stringify(path.join(root, module))})`,
  );
  return [
    `import { createContainer } from ${JSON.stringify(container)};`,
    `const { init, get } = createContainer({`,
    `  name: ${JSON.stringify(name)}, required: ${JSON.stringify(required)}, exposes: { ${loaders.join(', ')} },`,
    `});`,
    `export { init, get };`,
  ].join('\n');
}

/** The same exports as the plugin's wrapper of a shared module, read from what the container was given. */
function wrapperOf(code: string, id: string): string {
  const shared = /"canonical":\s*"default:([^"]+)"/.exec(code)?.[1];
  if (shared === undefined) throw new Error(`The federation plugin wraps a shared module otherwise than 1.23.0: ${id}`);
  const names = [...code.matchAll(/export \{([^}]*)\}/g)]
    .flatMap(([, list = '']) => list.split(','))
    .map((one) => one.split(' as ').pop()?.trim() ?? '')
    .filter((name) => name !== '' && name !== 'default' && name !== '__moduleExports');
  return [
    `import { shares } from ${JSON.stringify(shares)};`,
    `export const __moduleExports = shares[${JSON.stringify(shared)}];`,
    `const of = (name) => __moduleExports[name];`,
    `export default /* @__PURE__ */ (() => __moduleExports.default ?? __moduleExports)();`,
    ...names.map((name) => `export const ${name} = /* @__PURE__ */ of(${JSON.stringify(name)});`),
  ].join('\n');
}

type Bundle = Parameters<Extract<Plugin['generateBundle'], (...args: never) => unknown>>[1];

/** Chunks that the entry leads to; what is left of the plugin's starts is not among them. */
function reachable(bundle: Bundle, name: string): Set<string> {
  const seen = new Set<string>();
  const queue = Object.values(bundle)
    .filter((output) => output.type === 'chunk' && output.facadeModuleId?.startsWith('virtual:mf-REMOTE_ENTRY_ID'))
    .map(({ fileName }) => fileName);
  if (queue.length !== 1) throw new Error(`${name}: ${queue.length} entries instead of one`);
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const output = bundle[file];
    if (output?.type === 'chunk') queue.push(...output.imports, ...output.dynamicImports);
  }
  return seen;
}
