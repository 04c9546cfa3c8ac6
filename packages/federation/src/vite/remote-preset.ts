import path from 'node:path';
import { federation } from '@module-federation/vite';
import type { RemoteManifest } from '@tessera/contracts/remote-manifest.ts';
import react from '@vitejs/plugin-react';
import type { PluginOption, UserConfig } from 'vite';
import { type BuildGraph, graphPlugin } from './graph-plugin.ts';
import { manifestPlugin } from './manifest-plugin.ts';
import { leanContainer } from './lean-container.ts';
import { messagesPlugin } from './messages-plugin.ts';
import { plainImports } from './plain-imports.ts';
import {
  buildTarget,
  chunkFileNames,
  exposedModule,
  remoteGroups,
  requiredByRemotes,
  sharedByRemote,
} from './shared.ts';
import { variantPlugin } from './variant-plugin.ts';
import { waitForWholeGraph } from './whole-graph.ts';

export interface RemoteOptions {
  manifest: RemoteManifest;
  /** Folder of the remote; the one Vite was started in where it is not given. */
  root?: string;
  /** Module of the server entry, relative to the root, or `false` for a remote that is not rendered on the server. */
  serverEntry?: string | false;
  /** Builds with `src/variants/<variant>/` in front of `src/`. */
  variant?: string;
  /** Receives the chunk graph of the browser build. */
  onGraph?: (graph: BuildGraph) => void;
}

/**
 * A remote's Vite configuration: the browser build (federation entry, one stylesheet), or with `vite build --ssr` one
 * self-contained `server.mjs`.
 *
 * @example export default remote({ manifest });
 */
export function remote(options: RemoteOptions): (env: { isSsrBuild?: boolean }) => UserConfig {
  return ({ isSsrBuild = false }) => {
    const root = options.root ?? process.cwd();
    const plugins: PluginOption[] = [
      ...(options.variant === undefined ? [] : [variantPlugin(root, options.variant)]),
      manifestPlugin(root, options.manifest),
      messagesPlugin(),
      react(),
    ];
    return isSsrBuild ? serverConfig(root, plugins, options) : browserConfig(root, plugins, options);
  };
}

function browserConfig(root: string, plugins: PluginOption[], options: RemoteOptions): UserConfig {
  const { name } = options.manifest;
  const exposes = { [exposedModule]: './src/remote.tsx' };
  return {
    root,
    base: './',
    publicDir: false,
    plugins: [
      ...plugins,
      plainImports(),
      waitForWholeGraph(
        federation({
          name,
          filename: 'remoteEntry.js',
          exposes,
          shared: sharedByRemote(),
          shareStrategy: 'loaded-first',
          dts: false,
          manifest: false,
          disableSnapshot: true,
          disableRemote: true,
          experiments: { externalRuntime: true },
        }),
      ),
      leanContainer({ name, root, required: requiredByRemotes(), exposes }),
      ...(options.onGraph ? [graphPlugin(root, options.onGraph)] : []),
    ],
    build: {
      target: buildTarget,
      outDir: 'dist',
      // A preload without the integrity that the import map demands would be fetched twice.
      modulePreload: false,
      cssCodeSplit: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { remote: path.join(root, 'src/remote.tsx') },
        output: { chunkFileNames, codeSplitting: { groups: remoteGroups } },
      },
    },
  };
}

export function serverConfig(root: string, plugins: PluginOption[], options: RemoteOptions): UserConfig {
  return {
    root,
    publicDir: false,
    plugins,
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, target: 'node' },
    build: {
      target: 'node24',
      ssr: path.join(root, serverEntryOf(options)),
      outDir: 'dist',
      emptyOutDir: false,
      cssCodeSplit: false,
      minify: true,
      rolldownOptions: { output: { entryFileNames: 'server.mjs', codeSplitting: false } },
    },
  };
}

const serverEntryOf = ({ serverEntry }: RemoteOptions): string =>
  typeof serverEntry === 'string' ? serverEntry : 'src/server.tsx';
