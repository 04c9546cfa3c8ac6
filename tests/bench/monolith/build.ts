import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { type BuildGraph, graphPlugin } from '../../../packages/federation/src/vite/graph-plugin.ts';
import { manifestPlugin } from '../../../packages/federation/src/vite/manifest-plugin.ts';
import { messagesPlugin } from '../../../packages/federation/src/vite/messages-plugin.ts';
import { closureOf } from '../../../packages/federation/src/vite/preload.ts';
import { buildTarget } from '../../../packages/federation/src/vite/shared.ts';
import chatManifest from '../../../mfe-ai-support/manifest.ts';
import catalogManifest from '../../../mfe-catalog/manifest.ts';
import { root } from '../../../scripts/lib/root.ts';

export interface Monolith {
  folder: string;
  entry: string;
  stylesheet: string;
  /** Scripts of the first catalog view, what is deepest first. */
  preload: readonly string[];
}

/** What the home page of the catalog needs beside the entry. */
const firstView = [
  'packages/remote-kit/src/lifecycles/mount-page.tsx',
  'mfe-catalog/src/features/home/home-page.tsx',
  'mfe-catalog/src/messages/en.messages.json',
  'shell/src/messages/en.messages.json',
];

/** Builds shell, catalog and chat as one application, with the presets' settings and without their federation. */
export async function buildMonolith(): Promise<Monolith> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tessera-monolith-'));
  let graph: BuildGraph | undefined;
  await build({
    configFile: false,
    root,
    base: './',
    publicDir: false,
    mode: 'production',
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic' } },
    plugins: [
      manifestPlugin(path.join(root, 'mfe-catalog'), catalogManifest),
      manifestPlugin(path.join(root, 'mfe-ai-support'), chatManifest),
      messagesPlugin(),
      graphPlugin(root, (found) => (graph = found)),
    ],
    build: {
      target: buildTarget,
      outDir: folder,
      emptyOutDir: true,
      modulePreload: false,
      cssCodeSplit: false,
      reportCompressedSize: false,
      rolldownOptions: { input: { main: path.join(import.meta.dirname, 'main.tsx') } },
    },
  });
  if (!graph) throw new Error('The build of one application emitted no chunks');
  return { folder, ...factsOf(graph, await stylesheetIn(folder)) };
}

function factsOf(graph: BuildGraph, stylesheet: string): Omit<Monolith, 'folder'> {
  const entry = graph.entries['main'];
  if (entry === undefined) throw new Error('The build of one application has no entry');
  const seen = new Set<string>();
  const chunks = firstView.map((module) => {
    const chunk = graph.chunkOf[module];
    if (chunk === undefined) throw new Error(`${module} is in no chunk of the one application`);
    return chunk;
  });
  const preload = [entry, ...chunks].flatMap((chunk) => closureOf(graph, chunk, seen));
  return { entry, stylesheet, preload };
}

async function stylesheetIn(folder: string): Promise<string> {
  const name = (await readdir(path.join(folder, 'assets'))).find((file) => file.endsWith('.css'));
  if (name === undefined) throw new Error('The build of one application has no stylesheet');
  return `assets/${name}`;
}
