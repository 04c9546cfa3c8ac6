import { access, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { RemoteManifest } from '@tessera/contracts/remote-manifest.ts';
import { build, type InlineConfig, mergeConfig } from 'vite';
import type { BuildGraph } from './graph-plugin.ts';
import { describeRemote } from './describe-build.ts';
import { remote, type RemoteOptions } from './remote-preset.ts';
import { shell } from './shell-preset.ts';
import { toolVersions } from './tool-versions.ts';
import { versionOf } from './version.ts';

const serviceWorkerFile = 'sw.js';

export interface BuildRequest {
  /** Folder of the remote, or of the shell. */
  root: string;
  variant?: string;
  /** Relative to the root, or absolute. */
  outDir?: string;
}

/**
 * Builds a remote or the shell: browser build, server entry, service worker where there is one, and
 * `tessera.json`, which names every file with its hash.
 *
 * @example const { build } = await buildRemote({ root: '/repo/mfe-catalog' });
 */
export async function buildRemote(request: BuildRequest): Promise<{ folder: string; build: RemoteBuild }> {
  const { root, variant } = request;
  const outDir = request.outDir ?? (variant === undefined ? 'dist' : `dist-${variant}`);
  const folder = path.resolve(root, outDir);
  const manifest = await readManifest(root);
  const serverEntry = await exists(path.join(root, 'src/server.tsx'));
  let graph: BuildGraph | undefined;
  const options: RemoteOptions = {
    manifest,
    root,
    ...(variant === undefined ? {} : { variant }),
    onGraph: (found) => (graph = found),
  };
  const preset = manifest.name === 'shell' ? shell(options) : remote(options);
  const run = (isSsrBuild: boolean) =>
    build(mergeConfig(preset({ isSsrBuild }), common(outDir, isSsrBuild)) satisfies InlineConfig);

  // Vite takes it for granted where it is set, as test runners do: the bundle would then call for React's development
  // build, which no shell shares, and the same source would be another release.
  process.env['NODE_ENV'] = 'production';
  // The federation plugin would stand aside in what a test runner started.
  process.env['MFE_VITE_NO_TEST_ENV_CHECK'] = 'true';
  await rm(folder, { recursive: true, force: true });
  await run(false);
  if (!graph) throw new Error(`${manifest.name}: the build emitted no chunks`);
  if (serverEntry) await run(true);
  const hasWorker = await exists(path.join(folder, serviceWorkerFile));

  const description = await describeRemote({
    manifest,
    folder,
    graph,
    version: await versionOf(root, variant),
    tools: await toolVersions(),
    ...(serverEntry ? { serverEntry: 'server.mjs' } : {}),
    ...(hasWorker ? { serviceWorker: serviceWorkerFile } : {}),
  });
  await writeFile(path.join(folder, 'tessera.json'), `${JSON.stringify(description, null, 2)}\n`);
  return { folder, build: description };
}

const common = (outDir: string, isSsrBuild: boolean): InlineConfig => ({
  configFile: false,
  mode: 'production',
  logLevel: 'warn',
  build: { outDir, emptyOutDir: !isSsrBuild },
});

/** What a remote, or the shell, declares in its `manifest.ts`. */
export async function readManifest(root: string): Promise<RemoteManifest> {
  const module: unknown = await import(pathToFileURL(path.join(root, 'manifest.ts')).href);
  if (typeof module !== 'object' || module === null || !('default' in module))
    throw new Error(`${root}/manifest.ts: expected a default export`);
  return RemoteManifest.parse(module.default);
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
