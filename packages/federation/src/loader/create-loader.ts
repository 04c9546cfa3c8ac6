import type { BootRemote } from '@tessera/contracts/boot.ts';
import type { RemoteLifecycles } from '@tessera/contracts/shell-services.ts';
import { satisfies } from './contract.ts';
import { diagnose } from './diagnose.ts';
import { type RemoteFailure, RemoteLoadError } from './failure.ts';
import type { Federation } from './federation.ts';
import { readIntegrity } from './import-map.ts';
import { linkStylesheets, type StylesheetOptions } from './stylesheets.ts';
import { withDeadline } from './with-deadline.ts';

export interface LoaderOptions {
  federation: Federation;
  page: Document;
  fetch: typeof fetch;
  /** Version of the shell contract served. */
  contract: string;
  /** `import()` itself knows no timeout. */
  timeoutMs: number;
}

export type LoadOutcome = { ok: true; lifecycles: RemoteLifecycles } | { ok: false; failure: RemoteFailure };

export interface RemoteLoader {
  /** Loads a remote, or loads it again after a failure. */
  load(remote: BootRemote): Promise<LoadOutcome>;
  /** Why code of a remote that is already running did not arrive. */
  diagnose(remote: BootRemote): Promise<RemoteFailure['reason']>;
}

/** Loads remotes at run time, and says why where one does not load. */
export function createLoader(options: LoaderOptions): RemoteLoader {
  const { federation, page, contract, timeoutMs } = options;
  const integrity = readIntegrity(page);

  const filesOf = ({ entry }: BootRemote) => {
    const folder = entry.slice(0, entry.lastIndexOf('/') + 1);
    return [...integrity]
      .filter(([url]) => url.startsWith(folder))
      .sort(([a], [b]) => Number(b === entry) - Number(a === entry))
      .map(([url, hash]) => ({ url, integrity: hash }));
  };

  const probing = { fetch: options.fetch, timeoutMs: timeoutMs / 2 };
  const why = (remote: BootRemote) => diagnose(filesOf(remote), probing);
  const stylesheets: StylesheetOptions = { page, timeoutMs, why: (sheet) => diagnose([sheet], probing) };

  async function run(remote: BootRemote): Promise<RemoteLifecycles> {
    if (remote.shellContract !== undefined && !satisfies(contract, remote.shellContract))
      throw new RemoteLoadError('contract', `${remote.name} needs shell ${remote.shellContract}, this is ${contract}`);
    // A script without a promised hash is never run, whatever the browser would do.
    if (!integrity.has(remote.entry)) throw new RemoteLoadError('integrity', `${remote.entry} has no hash`);
    const [module] = await withDeadline(
      Promise.all([federation.load(remote), linkStylesheets(remote, stylesheets)]),
      timeoutMs,
    );
    return toLifecycles(module, remote.name);
  }

  return {
    diagnose: why,
    async load(remote) {
      try {
        return { ok: true, lifecycles: await run(remote) };
      } catch (error) {
        const reason = error instanceof RemoteLoadError ? error.reason : await why(remote);
        return { ok: false, failure: { reason, error } };
      }
    },
  };
}

function toLifecycles(module: unknown, name: string): RemoteLifecycles {
  if (typeof module === 'object' && module !== null && 'default' in module && isLifecycles(module.default))
    return module.default;
  throw new RemoteLoadError('contract', `${name} exposes no lifecycles`);
}

const isLifecycles = (value: unknown): value is RemoteLifecycles =>
  typeof value === 'object' && value !== null && 'bootstrap' in value && 'mount' in value && 'unmount' in value;
