import type { RemoteSlot } from './remote-manifest.ts';

interface StandardRemote {
  name: string;
  slot: (typeof RemoteSlot)['options'][number];
  /** First segments of its addresses; empty for the first page. */
  owns: readonly string[];
}

/**
 * The remotes that every shop has. A shop's own release may take the place of one, in its place and under its
 * addresses; a remote of another name cannot have either.
 */
export const standardRemotes: readonly StandardRemote[] = [
  { name: 'mfe-catalog', slot: 'main', owns: ['', 'browse', 'search', 'work', 'artist'] },
  { name: 'mfe-checkout', slot: 'main', owns: ['cart', 'checkout', 'order'] },
  { name: 'mfe-library', slot: 'main', owns: ['library'] },
  { name: 'mfe-admin', slot: 'console', owns: ['admin'] },
  { name: 'mfe-ai-support', slot: 'aside', owns: ['help'] },
];

export const isStandardRemote = (name: string): boolean => standardRemotes.some((remote) => remote.name === name);

/** Names that could be taken for a part of the platform. */
const reservedNames: readonly string[] = [
  'mfe-shell',
  'mfe-session',
  'mfe-composition',
  'mfe-edge',
  'mfe-files',
  'mfe-platform',
  'mfe-tessera',
];

/** Why a remote cannot have this name; undefined where it can. */
export function remoteNameProblem(name: string): string | undefined {
  if (name.length > 40) return 'is longer than 40 characters';
  if (name !== 'shell' && !/^mfe-[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))
    return 'is not a name like mfe-stores: mfe- and lower-case words joined by hyphens';
  return reservedNames.includes(name) ? 'is reserved for the platform' : undefined;
}
