import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { PluginOption, UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { graphPlugin } from './graph-plugin.ts';
import { manifestPlugin } from './manifest-plugin.ts';
import { messagesPlugin } from './messages-plugin.ts';
import { plainImports } from './plain-imports.ts';
import { type RemoteOptions, serverConfig } from './remote-preset.ts';
import { buildTarget, chunkFileNames, reactGroup } from './shared.ts';

const serviceWorkerSource = 'sw.ts';

/** The shell's Vite configuration: an application that hosts remotes and shares its React with them. */
export function shell(options: RemoteOptions): (env: { isSsrBuild?: boolean }) => UserConfig {
  return ({ isSsrBuild = false }) => {
    const root = options.root ?? process.cwd();
    const plugins = [manifestPlugin(root, options.manifest), messagesPlugin(), react()];
    return isSsrBuild ? serverConfig(root, plugins, options) : browserConfig(root, plugins, options);
  };
}

function browserConfig(root: string, plugins: PluginOption[], options: RemoteOptions): UserConfig {
  return {
    root,
    base: './',
    publicDir: false,
    plugins: [
      ...plugins,
      plainImports(),
      // Which files it keeps is told by the document's origin, per shop and release set; the build only bundles it.
      VitePWA({
        strategies: 'injectManifest',
        srcDir: 'src/sw',
        filename: serviceWorkerSource,
        injectRegister: false,
        manifest: false,
        // @ts-expect-error undefined is the documented way to say that no list of files is injected
        injectManifest: { injectionPoint: undefined, rollupFormat: 'iife' },
      }),
      ...(options.onGraph ? [graphPlugin(root, options.onGraph)] : []),
    ],
    build: {
      target: buildTarget,
      outDir: 'dist',
      modulePreload: false,
      cssCodeSplit: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { main: path.join(root, 'src/main.tsx') },
        output: { chunkFileNames, codeSplitting: { groups: [reactGroup] } },
      },
    },
  };
}
