import type { BootRemote } from '@tessera/contracts/boot.ts';
import type { Container, ShareScope } from '../container/share-scope.ts';

/** The one call of the federation that the loader stands on. */
export interface Federation {
  /** The module a remote exposes; rejects where its entry or a chunk does not run, and tries anew the next time. */
  load(remote: Pick<BootRemote, 'name' | 'entry'>): Promise<unknown>;
}

const exposed = './remote';

/**
 * The host's side of Module Federation: runs a remote's entry script, hands it the share scope, takes what it exposes.
 *
 * @param scope the modules of the shell that remotes share
 * @param run evaluates a script of a release as a module
 */
export function createFederation(
  scope: ShareScope,
  run: (url: string) => Promise<unknown> = (url) => import(/* @vite-ignore */ url),
): Federation {
  const containers = new Map<string, Promise<Container>>();
  const open = async ({ name, entry }: Pick<BootRemote, 'name' | 'entry'>): Promise<Container> => {
    const container = await run(entry);
    if (!isContainer(container)) throw new Error(`${name}: ${entry} is no container`);
    await container.init(copyOf(scope));
    return container;
  };
  return {
    async load(remote) {
      const opened = containers.get(remote.entry) ?? open(remote);
      containers.set(remote.entry, opened);
      try {
        return (await (await opened).get(exposed))();
      } catch (error) {
        containers.delete(remote.entry);
        throw error;
      }
    },
  };
}

/** Each container has a scope to itself: what one writes into it, none of the others is given. */
const copyOf = (scope: ShareScope): ShareScope =>
  Object.fromEntries(
    Object.entries(scope).map(([name, versions]) => [
      name,
      Object.fromEntries(Object.entries(versions).map(([version, provider]) => [version, { ...provider }])),
    ]),
  );

const isContainer = (module: unknown): module is Container =>
  typeof module === 'object' &&
  module !== null &&
  'init' in module &&
  typeof module.init === 'function' &&
  'get' in module &&
  typeof module.get === 'function';
