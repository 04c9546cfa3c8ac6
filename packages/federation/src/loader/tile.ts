import type { BootRemote } from '@tessera/contracts/boot.ts';
import type { RemoteLifecycles, RemoteMountProps } from '@tessera/contracts/shell-services.ts';
import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';
import type { RemoteLoader } from './create-loader.ts';
import { messageOf, type RemoteFailure, RemoteLoadError } from './failure.ts';
import { withDeadline } from './with-deadline.ts';

export interface TileOptions {
  remote: BootRemote;
  place: RemoteMountProps['place'];
  loader: RemoteLoader;
  services: RemoteMountProps['services'];
  /** Finds or makes the remote's container and shows it. */
  openContainer(): HTMLElement;
  closeContainer(container: HTMLElement): void;
  /** What stands in the container until the remote does; not called where the document brought something. */
  showWaiting(container: HTMLElement): void;
  /** Shows what happened; `retry` is called by the visitor. */
  showFailure(container: HTMLElement, failure: RemoteFailure, retry: () => void): void;
  /** Loads the document anew: the way out where a module is stuck in the browser's module map. */
  reload(): void;
  /** When loading may start; at once where it is not given. */
  ready?: () => Promise<void>;
  report(event: TelemetryEvent): void;
  mountTimeoutMs: number;
  unmountTimeoutMs: number;
}

/** A remote's place in the page. Its lifecycles never reject: a failure becomes a view with a retry. */
export interface Tile {
  mount(): Promise<void>;
  unmount(): Promise<void>;
  /** The visitor went to another page of the same remote, or the network is back: one that failed is tried again. */
  navigated(): void;
}

interface Visit {
  container: HTMLElement;
  lifecycles?: RemoteLifecycles;
  props: RemoteMountProps;
  failed?: boolean;
}

export function createTile(options: TileOptions): Tile {
  const { remote, report } = options;
  let visit: Visit | undefined;
  let visited = false;
  let attempt = 0;
  let bootstrapped: RemoteLifecycles | undefined;

  const now = (): string => new Date().toISOString();

  async function start(current: Visit): Promise<void> {
    await options.ready?.();
    if (visit !== current) return;
    const startedAt = performance.now();
    attempt += 1;
    const failure = await run(current, startedAt);
    if (visit !== current || !failure) return;
    await fail(current, failure);
  }

  async function run(current: Visit, startedAt: number): Promise<RemoteFailure | undefined> {
    const outcome = await options.loader.load(remote);
    if (!outcome.ok) return outcome.failure;
    if (visit !== current) return undefined;
    const { lifecycles } = outcome;
    current.lifecycles = lifecycles;
    try {
      if (bootstrapped !== lifecycles) await withDeadline(lifecycles.bootstrap(current.props), options.mountTimeoutMs);
      bootstrapped = lifecycles;
      const { hydrated } = await withDeadline(lifecycles.mount(current.props), options.mountTimeoutMs, 'mount-timeout');
      const durationMs = Math.round(performance.now() - startedAt);
      if (attempt > 1) report({ type: 'remote-recovered', remote: remote.name, attempt, at: now() });
      report({ type: 'remote-mounted', remote: remote.name, durationMs, hydrated, at: now() });
      return undefined;
    } catch (error) {
      return { reason: error instanceof RemoteLoadError ? error.reason : await reasonOf(error), error };
    }
  }

  /** Code that did not arrive during mount is told from code that threw; a failed `import()` is a `TypeError`. */
  async function reasonOf(error: unknown): Promise<RemoteFailure['reason']> {
    const name = error instanceof Error ? error.name : '';
    if (name === 'TimeoutError') return 'timeout';
    if (name !== 'ChunkError' && name !== 'TypeError') return 'render';
    const reason = await options.loader.diagnose(remote);
    return reason === 'evaluation' ? 'render' : reason;
  }

  async function fail(current: Visit, failure: RemoteFailure): Promise<void> {
    const message = messageOf(failure.error);
    report({ type: 'remote-failed', remote: remote.name, reason: failure.reason, message, attempt, at: now() });
    await clear(current);
    if (visit !== current) return;
    current.failed = true;
    // Such a module stays in the browser's module map for as long as the document lives.
    const stuck = failure.reason === 'timeout' || failure.reason === 'evaluation';
    options.showFailure(current.container, failure, () => {
      if (stuck) return options.reload();
      if (visit === current) again(current);
    });
  }

  function again(current: Visit): void {
    current.failed = false;
    options.showWaiting(current.container);
    void start(current);
  }

  async function clear({ lifecycles, props, container }: Visit): Promise<void> {
    try {
      if (lifecycles) await withDeadline(lifecycles.unmount(props), options.unmountTimeoutMs, 'unmount-timeout');
    } catch (error) {
      const reason = error instanceof RemoteLoadError ? error.reason : 'render';
      report({ type: 'remote-failed', remote: remote.name, reason, message: messageOf(error), attempt, at: now() });
    }
    props.hydrate = false;
    container.replaceChildren();
  }

  /** The document's markup serves one mount of the page it was made for. */
  function isServerMarkup(container: HTMLElement): boolean {
    const { page } = options.services.boot;
    const first = !visited;
    visited = true;
    return (
      first && options.place === 'main' && page.rendered && page.remote === remote.name && container.hasChildNodes()
    );
  }

  return {
    mount() {
      const container = options.openContainer();
      const current: Visit = {
        container,
        props: {
          services: options.services,
          container,
          place: options.place,
          hydrate: isServerMarkup(container),
          onFailure: ({ error, reason }) => {
            if (visit !== current) return;
            const known = reason === 'chunk' ? reasonOf(error) : Promise.resolve('render' as const);
            void known.then((why) => (visit === current ? fail(current, { reason: why, error }) : undefined));
          },
        },
      };
      visit = current;
      if (!container.hasChildNodes()) options.showWaiting(container);
      void start(current);
      return Promise.resolve();
    },
    navigated() {
      if (visit?.failed) again(visit);
    },
    async unmount() {
      const current = visit;
      visit = undefined;
      if (!current) return;
      await clear(current);
      options.closeContainer(current.container);
    },
  };
}
