import type { BuildGraph } from './graph-plugin.ts';

/** Chunks that run once `chunk` is loaded: itself and its static imports, what is deepest first. */
export function closureOf(graph: BuildGraph, chunk: string, seen: Set<string> = new Set()): string[] {
  if (seen.has(chunk)) return [];
  seen.add(chunk);
  return [...(graph.imports[chunk] ?? []).flatMap((next) => closureOf(graph, next, seen)), chunk];
}

/** Files each route needs beyond `loaded`, by route id. */
export function routePreloads(
  graph: BuildGraph,
  loaded: readonly string[],
  alsoNeeded: readonly string[] = [],
): Map<string, string[]> {
  const already = new Set(loaded);
  return new Map(
    Object.entries(graph.routes).map(([routeId, module]) => {
      const chunk = graph.chunkOf[module];
      const seen = new Set<string>();
      const needed = [...alsoNeeded, ...(chunk === undefined ? [] : [chunk])].flatMap((root) =>
        closureOf(graph, root, seen),
      );
      return [routeId, needed.filter((file) => !already.has(file))];
    }),
  );
}
