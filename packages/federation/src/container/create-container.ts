import { satisfies } from '../loader/contract.ts';
import type { Container, ShareScope } from './share-scope.ts';
import { shares } from './shares.ts';

export interface ContainerOptions {
  name: string;
  /** Package → range the build was made for. The host must offer each; there is no copy to fall back to. */
  required: Readonly<Record<string, string>>;
  exposes: Readonly<Record<string, () => Promise<unknown>>>;
}

/**
 * The container that a remote's entry exports. Everything shared is a singleton of the host, so this is all that is left
 * of the federation's runtime in a remote.
 */
export function createContainer({ name, required, exposes }: ContainerOptions): Container {
  let ready: Promise<unknown> | undefined;
  return {
    init(scope) {
      ready ??= Promise.all(
        Object.entries(required).map(async ([shared, range]) => {
          shares[shared] = (await providerOf(scope, name, shared, range).get())();
        }),
      );
      return ready;
    },
    async get(module) {
      if (!ready) throw new Error(`${name}: init() comes before get()`);
      await ready;
      const load = exposes[module];
      if (!load) throw new Error(`${name} does not expose ${module}`);
      const loaded = await load();
      return () => loaded;
    },
  };
}

function providerOf(scope: ShareScope, name: string, shared: string, range: string) {
  const offered = Object.entries(scope[shared] ?? {});
  const found = offered.find(([version]) => satisfies(version, range));
  if (found) return found[1];
  const versions = offered.map(([version]) => version).join(', ') || 'none';
  throw new Error(`${name} needs ${shared} ${range}; the page offers ${versions}`);
}
