import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { readBuild } from '@tessera/federation/vite/read-build.ts';
import path from 'node:path';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Ports } from '../io/ports.ts';
import { exists } from '../create/surroundings.ts';

/** The folder of a remote: as it is named, or with `mfe-` before it. */
export async function requireRemoteFolder({ fs, cwd }: Ports, folder: string): Promise<string> {
  const candidates = [path.resolve(cwd, folder), path.resolve(cwd, `mfe-${folder}`)];
  for (const candidate of candidates) if (await exists(fs, path.join(candidate, 'manifest.ts'))) return candidate;
  throw new CliError({
    code: 'no_remote',
    message: `${candidates[0]} is no remote: it has no manifest.ts.`,
    fix: 'Go into a remote’s folder or name it; `tessera create <name>` makes one.',
    exit: exitCodes.usage,
  });
}

/** What the build in a folder says of itself. */
export async function requireBuild(folder: string): Promise<RemoteBuild> {
  try {
    return await readBuild(folder);
  } catch (error) {
    throw new CliError({
      code: 'no_build',
      message: `${folder} holds no build that is understood.`,
      fix: 'Build it: `tessera build`.',
      exit: exitCodes.usage,
      cause: error,
    });
  }
}
