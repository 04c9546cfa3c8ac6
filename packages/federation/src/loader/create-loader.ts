import type { RemoteLifecycles } from '@tessera/contracts/shell-services.ts';
import { backoffMs } from './backoff.ts';
import { satisfies } from './contract.ts';
import { diagnose } from './diagnose.ts';
import { type RemoteFailure, RemoteLoadError } from './failure.ts';
import type { Federation } from './federation.ts';
import { readIntegrity } from './import-map.ts';
import type { LoadableRelease } from './release.ts';
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
  /** Whether trying again at once may help. */
  isOnline(): boolean;
  random?: () => number;
}

export type LoadOutcome = { ok: true; lifecycles: RemoteLifecycles } | { ok: false; failure: RemoteFailure };

export interface RemoteLoader {
  /** Loads a release, or loads it again after a failure. What did not arrive is tried three times. */
  load(release: LoadableRelease): Promise<LoadOutcome>;
  /** Why code of a release that is already running did not arrive. */
  diagnose(release: LoadableRelease): Promise<RemoteFailure['reason']>;
}

const maxTries = 3;

/** Loads remotes at run time, and says why where one does not load. */
export function createLoader(options: LoaderOptions): RemoteLoader {
  const { federation, page, contract, timeoutMs } = options;
  const integrity = readIntegrity(page);

  const filesOf = ({ entry }: LoadableRelease) => {
    const folder = entry.slice(0, entry.lastIndexOf('/') + 1);
    return [...integrity]
      .filter(([url]) => url.startsWith(folder))
      .sort(([a], [b]) => Number(b === entry) - Number(a === entry))
      .map(([url, hash]) => ({ url, integrity: hash }));
  };

  const probing = { fetch: options.fetch, timeoutMs: timeoutMs / 2 };
  const why = (release: LoadableRelease) => diagnose(filesOf(release), probing);
  const stylesheets: StylesheetOptions = {
    ...{ page, timeoutMs, linking: new Map() },
    why: (sheet) => diagnose([sheet], probing),
  };

  async function run(release: LoadableRelease): Promise<RemoteLifecycles> {
    const { name, shellContract, entry } = release;
    if (shellContract !== undefined && !satisfies(contract, shellContract))
      throw new RemoteLoadError('contract', `${name} needs shell ${shellContract}, this is ${contract}`);
    // A script without a promised hash is never run, whatever the browser would do.
    if (!integrity.has(entry)) throw new RemoteLoadError('integrity', `${entry} has no hash`);
    const [module] = await withDeadline(
      Promise.all([federation.load(release), linkStylesheets(release, stylesheets)]),
      timeoutMs,
    );
    return toLifecycles(module, name);
  }

  async function attempt(release: LoadableRelease): Promise<LoadOutcome> {
    try {
      return { ok: true, lifecycles: await run(release) };
    } catch (error) {
      const reason = error instanceof RemoteLoadError ? error.reason : await why(release);
      return { ok: false, failure: { reason, error } };
    }
  }

  return {
    diagnose: why,
    async load(release) {
      for (let tries = 1; ; tries += 1) {
        const outcome = await attempt(release);
        if (outcome.ok || tries === maxTries || !isWorthAnother(outcome.failure) || !options.isOnline()) return outcome;
        const ms = backoffMs(tries + 1, options.random ?? Math.random);
        await new Promise((resolve) => setTimeout(resolve, ms));
      }
    },
  };
}

/** What hangs or threw stays in the browser's module map as it is; only what did not arrive is fetched anew. */
const isWorthAnother = ({ reason }: RemoteFailure): boolean => reason === 'network' || reason === 'integrity';

function toLifecycles(module: unknown, name: string): RemoteLifecycles {
  if (typeof module === 'object' && module !== null && 'default' in module && isLifecycles(module.default))
    return module.default;
  throw new RemoteLoadError('contract', `${name} exposes no lifecycles`);
}

const isLifecycles = (value: unknown): value is RemoteLifecycles =>
  typeof value === 'object' && value !== null && 'bootstrap' in value && 'mount' in value && 'unmount' in value;
