import path from 'node:path';
import type { Plugin } from 'vite';
import { callsOf } from './api-calls.ts';
import { routeModulesOf } from './route-modules.ts';

/** What a build learned of its chunks; file names are relative to the output folder. */
export interface BuildGraph {
  /** Chunk → chunks it imports statically. */
  imports: Record<string, string[]>;
  dynamicImports: Record<string, string[]>;
  /** Module → chunk that holds it, for modules of the remote itself. */
  chunkOf: Record<string, string>;
  /** Route id → module. */
  routes: Record<string, string>;
  entries: Record<string, string>;
  /** Operations that the remote's own modules call, as `get /api/cart`, sorted. */
  calls: string[];
}

/** Hands the graph of a build to `onGraph` once its chunks have their final names. */
export function graphPlugin(root: string, onGraph: (graph: BuildGraph) => void): Plugin {
  const routes: Record<string, string> = {};
  const calls = new Set<string>();
  const relative = (id: string): string => path.relative(root, id.split('?')[0] ?? id);
  return {
    name: 'tessera:graph',
    enforce: 'post',
    async transform(code, id) {
      if (!id.startsWith(path.join(root, 'src') + path.sep)) return null;
      if (code.includes('/api/')) for (const call of callsOf(code)) calls.add(call);
      if (!code.includes('lazy')) return null;
      for (const [routeId, specifier] of routeModulesOf(code)) {
        const resolved = await this.resolve(specifier, id);
        if (resolved) routes[routeId] = relative(resolved.id);
      }
      return null;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const graph: BuildGraph = { imports: {}, dynamicImports: {}, chunkOf: {}, routes, entries: {}, calls: [] };
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          graph.imports[chunk.fileName] = chunk.imports;
          graph.dynamicImports[chunk.fileName] = chunk.dynamicImports;
          if (chunk.isEntry) graph.entries[chunk.name] = chunk.fileName;
          for (const id of chunk.moduleIds) graph.chunkOf[relative(id)] = chunk.fileName;
        }
        graph.calls = [...calls].sort();
        onGraph(graph);
      },
    },
  };
}
