import { access } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { buildTarget } from './shared.ts';

const fileName = 'sw.js';

/** Bundles `src/sw/main.ts` into one classic script, where the folder has one; answers its path in the output. */
export async function buildServiceWorker(input: {
  root: string;
  folder: string;
  mode: string;
}): Promise<string | undefined> {
  const entry = path.join(input.root, 'src/sw/main.ts');
  const exists = await access(entry).then(
    () => true,
    () => false,
  );
  if (!exists) return undefined;
  await build({
    configFile: false,
    root: input.root,
    mode: input.mode,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: buildTarget,
      outDir: input.folder,
      emptyOutDir: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: entry, output: { format: 'iife', entryFileNames: fileName, codeSplitting: false } },
    },
  });
  return fileName;
}
