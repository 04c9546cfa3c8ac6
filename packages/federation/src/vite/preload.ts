import type { BuildGraph } from './graph-plugin.ts';

/** Chunks that run once `chunk` is loaded: itself and its static imports, what is deepest first. */
export function closureOf(graph: BuildGraph, chunk: string, seen: Set<string> = new Set()): string[] {
  if (seen.has(chunk)) return [];
  seen.add(chunk);
  return [...(graph.imports[chunk] ?? []).flatMap((next) => closureOf(graph, next, seen)), chunk];
}

/** Files each route needs beyond what is `loaded` anyway, by route id. */
export function routePreloads(
  graph: BuildGraph,
  routeIds: readonly string[],
  { loaded, alsoNeeded }: { loaded: readonly string[]; alsoNeeded: readonly string[] },
): Map<string, string[]> {
  return new Map(
    routeIds.map((routeId) => {
      const page = graph.chunkOf[graph.routes[routeId] ?? ''];
      const seen = new Set(loaded);
      const roots = page === undefined ? alsoNeeded : [...alsoNeeded, page];
      return [routeId, roots.flatMap((root) => closureOf(graph, root, seen))];
    }),
  );
}
