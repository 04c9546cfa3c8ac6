import { RemoteBuild } from '@tessera/contracts/release.ts';
import type { RemoteManifest } from '@tessera/contracts/remote-manifest.ts';
import type { BuildGraph } from './graph-plugin.ts';
import { localePreloads } from './locale-preloads.ts';
import { closureOf, routePreloads } from './preload.ts';
import { releaseFilesOf } from './release-files.ts';

export interface BuildFacts {
  manifest: RemoteManifest;
  folder: string;
  graph: BuildGraph;
  version: string;
  tools: Record<string, string>;
  serverEntry?: string;
  serviceWorker?: string;
}

/** Writes down what a finished build consists of: what the document preloads, links and guards. */
export async function describeRemote(facts: BuildFacts): Promise<RemoteBuild> {
  const { manifest, graph } = facts;
  const files = await releaseFilesOf(facts.folder);
  const entry = manifest.name === 'shell' ? requireChunk(graph, 'src/main.tsx') : 'remoteEntry.js';
  const seen = new Set<string>();
  const roots = [entry, ...alwaysLoaded(graph, entry), ...exposedChunk(graph)];
  const loaded = roots.flatMap((root) => closureOf(graph, root, seen));
  const preloads = routePreloads(graph, loaded, pageRuntime(graph));
  return RemoteBuild.parse({
    manifest: {
      ...manifest,
      routes: manifest.routes.map((route) => ({ ...route, preload: preloads.get(route.id) ?? [] })),
    },
    version: facts.version,
    entry,
    preload: loaded.filter((file) => file !== entry),
    preloadByLocale: localePreloads(graph),
    css: files.filter(({ path }) => path.endsWith('.css')).map(({ path }) => path),
    ...(facts.serverEntry === undefined ? {} : { serverEntry: facts.serverEntry }),
    ...(facts.serviceWorker === undefined ? {} : { serviceWorker: facts.serviceWorker }),
    files,
    tools: facts.tools,
  });
}

/** The federation glue reaches its own parts through dynamic imports that run at once. */
function alwaysLoaded(graph: BuildGraph, entry: string): string[] {
  const lazyRoutes = new Set(Object.values(graph.routes).map((module) => graph.chunkOf[module]));
  const localeChunks = new Set(Object.values(localePreloads(graph)).flat());
  return closureOf(graph, entry)
    .flatMap((chunk) => graph.dynamicImports[chunk] ?? [])
    .filter((chunk) => !lazyRoutes.has(chunk) && !localeChunks.has(chunk));
}

function exposedChunk(graph: BuildGraph): string[] {
  const chunk = graph.chunkOf['src/remote.tsx'];
  return chunk === undefined ? [] : [chunk];
}

/** What remotes load with their first page, whichever it is. */
function pageRuntime(graph: BuildGraph): string[] {
  return Object.entries(graph.chunkOf)
    .filter(([module]) => module.endsWith('remote-kit/src/lifecycles/mount-page.tsx'))
    .map(([, chunk]) => chunk);
}

function requireChunk(graph: BuildGraph, module: string): string {
  const chunk = graph.chunkOf[module];
  if (chunk === undefined) throw new Error(`${module} is in no chunk`);
  return chunk;
}
