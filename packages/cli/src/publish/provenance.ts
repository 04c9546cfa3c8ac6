import type { Provenance } from '@tessera/contracts/release.ts';
import type { z } from 'zod';
import type { Ports } from '../io/ports.ts';
import { ownVersion } from '../own-version.ts';

/** Where a build comes from, as far as git knows. */
export async function provenanceOf({ spawn, now }: Ports, folder: string): Promise<z.input<typeof Provenance>> {
  const git = async (...args: string[]): Promise<string | undefined> => {
    const answer = await spawn('git', args, { cwd: folder }).catch(() => undefined);
    return answer?.code === 0 ? answer.output.trim() : undefined;
  };
  const [commit, status, remote] = await Promise.all([
    git('rev-parse', '--verify', 'HEAD'),
    git('status', '--porcelain', '--', '.'),
    git('remote', 'get-url', 'origin'),
  ]);
  const repository = remote === undefined ? undefined : withoutSecrets(remote);
  return {
    ...(commit !== undefined && /^[0-9a-f]{7,64}$/.test(commit) ? { commit, dirty: Boolean(status) } : {}),
    ...(repository === undefined || repository === '' ? {} : { repository: repository.slice(0, 300) }),
    builtAt: new Date(now()).toISOString(),
    tools: { node: process.versions.node, '@tessera/cli': await ownVersion() },
  };
}

/** An address of git may hold a password. */
const withoutSecrets = (address: string): string => address.replace(/^(\w+:\/\/)[^@/]*@/, '$1');
