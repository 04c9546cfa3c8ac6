import type { BuildGraph } from './graph-plugin.ts';

/** Chunks that hold a locale's messages (`de.messages.json`), by locale. */
export function localePreloads(graph: BuildGraph): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [module, chunk] of Object.entries(graph.chunkOf)) {
    const locale = /(?:^|\/)([a-z]{2})\.messages\.json$/.exec(module)?.[1];
    if (locale !== undefined && !found[locale]?.includes(chunk)) (found[locale] ??= []).push(chunk);
  }
  return found;
}
