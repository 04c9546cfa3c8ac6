import type { BootDocument } from '@tessera/contracts/boot.ts';
import type { Blame } from './report-errors.ts';

/**
 * Files stand in folders of their release (`/<remote>/<version>/`), wherever they are served from. A remote's code that
 * is on the stack is to blame, though it be React of the shell that called it; what no release has made is nobody's.
 */
export function createBlame({ releaseSet, shell }: Pick<BootDocument, 'releaseSet' | 'shell'>): Blame {
  const folders = Object.values(releaseSet.remotes).flatMap((remote) =>
    [remote, ...(remote.fallback ? [remote.fallback] : [])].map(({ version, releaseId }) => ({
      folder: `/${remote.name}/${version}/`,
      blamed: { remote: remote.name, release: releaseId },
    })),
  );
  const own = `/shell/${shell.version}/`;
  return (trace) => {
    const found = folders
      .map(({ folder, blamed }) => ({ at: trace.indexOf(folder), blamed }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    if (found[0]) return found[0].blamed;
    return trace.includes(own) ? { remote: 'shell', release: shell.releaseId } : undefined;
  };
}
