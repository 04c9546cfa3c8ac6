import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { buildRemote } from '@tessera/federation/vite/build.ts';
import { CliError } from '../cli-error.ts';

export interface Built {
  folder: string;
  build: RemoteBuild;
}

/** Builds a remote; what is wrong with its source is said as the bundler says it. */
export async function buildProject(root: string, outDir: string): Promise<Built> {
  try {
    return await buildRemote({ root, outDir });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CliError({
      code: 'build_failed',
      message: `The build failed: ${message.split('\n').slice(0, 30).join('\n  ')}`,
      fix: 'Mend what it names and build again.',
      cause: error,
    });
  }
}
