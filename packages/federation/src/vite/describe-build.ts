import { RemoteBuild } from '@tessera/contracts/release.ts';
import type { RemoteManifest } from '@tessera/contracts/remote-manifest.ts';
import { shellContractVersion } from '@tessera/contracts/shell-services.ts';
import { apiOfBuild } from '../api/read-contracts.ts';
import type { BuildGraph } from './graph-plugin.ts';
import { localePreloads } from './locale-preloads.ts';
import { closureOf, routePreloads } from './preload.ts';
import { releaseFilesOf } from './release-files.ts';
import { providedByShell, requiredByRemotes } from './shared.ts';

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
  const isRemote = manifest.name !== 'shell';
  const entry = isRemote ? 'remoteEntry.js' : requireEntry(graph, 'main');
  const loaded = alwaysLoaded(graph, entry, isRemote);
  const routeIds = manifest.routes.map(({ id }) => id);
  const preloads = routePreloads(graph, routeIds, { loaded, alsoNeeded: pageRuntime(graph) });
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
    ...(await apiOfBuild(manifest, graph.calls)),
    ...(isRemote ? { shared: requiredByRemotes() } : { shared: providedByShell(), contract: shellContractVersion }),
  });
}

/** What runs before any page: the entry, in a remote what it exposes too, and their static imports. */
function alwaysLoaded(graph: BuildGraph, entry: string, isRemote: boolean): string[] {
  const seen = new Set<string>();
  const roots = isRemote ? [entry, ...(graph.dynamicImports[entry] ?? [])] : [entry];
  return roots.flatMap((chunk) => closureOf(graph, chunk, seen));
}

/** What remotes load with their first page, whichever it is. */
function pageRuntime(graph: BuildGraph): string[] {
  return Object.entries(graph.chunkOf)
    .filter(([module]) => module.endsWith('remote-kit/src/lifecycles/mount-page.tsx'))
    .map(([, chunk]) => chunk);
}

function requireEntry(graph: BuildGraph, name: string): string {
  const chunk = graph.entries[name];
  if (chunk === undefined) throw new Error(`The build has no entry ${name}`);
  return chunk;
}
