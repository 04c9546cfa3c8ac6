/**
 * Module Federation's share scope, as containers exchange it: package → version → who provides it. Only what our side
 * reads or promises is named; a container with a runtime of its own adds bookkeeping.
 */
export type ShareScope = Record<string, Record<string, SharedProvider>>;

export interface SharedProvider {
  /** Gives a factory of the module, now or once it is loaded. */
  get(): (() => unknown) | Promise<() => unknown>;
  /** Names the build that provides it. */
  from: string;
  version?: string;
  scope?: string[];
  /** True where the module is there already; `lib` then gives it without waiting. */
  loaded?: boolean;
  lib?: () => unknown;
  useIn?: string[];
  deps?: string[];
  strategy?: 'loaded-first' | 'version-first';
  shareConfig?: { singleton: boolean; requiredVersion: string | false; strictVersion?: boolean; eager?: boolean };
}

/** What an entry script exports: the interface of a Module Federation container. */
export interface Container {
  /** Takes the host's share scope, once, before the first `get`. */
  init(scope: ShareScope): unknown;
  /** @returns a factory of an exposed module, such as `./remote` */
  get(module: string): Promise<() => unknown>;
}

/** Providers for modules that are loaded already, all of one version. */
export function provide(modules: Readonly<Record<string, unknown>>, version: string, from: string): ShareScope {
  return Object.fromEntries(
    Object.entries(modules).map(([name, module]) => {
      const lib = () => module;
      const provider: SharedProvider = {
        ...{ version, from, lib, loaded: true, scope: ['default'], useIn: [from], deps: [], strategy: 'loaded-first' },
        get: () => lib,
        shareConfig: { singleton: true, requiredVersion: `^${version}`, eager: true },
      };
      return [name, { [version]: provider }];
    }),
  );
}
