import { loadRemote, registerRemotes } from '@module-federation/runtime';
import type { BootRemote } from '@tessera/contracts/boot.ts';

/** The two calls of the federation runtime that the loader stands on. */
export interface Federation {
  register(remote: Pick<BootRemote, 'name' | 'entry'>): void;
  /** The module a remote exposes; rejects where its entry or a chunk does not run. */
  load(name: string): Promise<unknown>;
}

export const federation: Federation = {
  register: ({ name, entry }) => registerRemotes([{ name, entry, type: 'module' }], { force: true }),
  load: (name) => loadRemote(`${name}/remote`),
};
