import type { BootRemote } from '@tessera/contracts/boot.ts';
import type { RemoteLifecycles, RemoteMountProps } from '@tessera/contracts/shell-services.ts';
import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';
import type { Breakers } from '../breaker/breakers.ts';
import type { RemoteLoader } from './create-loader.ts';
import { messageOf, type RemoteFailure, RemoteLoadError } from './failure.ts';
import { type LoadableRelease, releasesOf } from './release.ts';
import { withDeadline } from './with-deadline.ts';

export interface TileOptions {
  remote: BootRemote;
  place: RemoteMountProps['place'];
  loader: RemoteLoader;
  breakers: Breakers;
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
  /** The way to the page as the last good release set made it, where the device has kept that. */
  findLastGood?: () => Promise<(() => void) | undefined>;
  /** When loading may start; at once where it is not given. */
  ready?: () => Promise<void>;
  report(event: TelemetryEvent): void;
  mountTimeoutMs: number;
  unmountTimeoutMs: number;
}

/**
 * A remote's place in the page. Its lifecycles never reject: where the pinned release fails its fallback is run, then
 * the last good page of the device is shown, and at last a view with a retry.
 */
export interface Tile {
  mount(): Promise<void>;
  unmount(): Promise<void>;
  /** The visitor went to another page of the same remote: one that failed is tried again. */
  navigated(): void;
  /** As `navigated`, where what failed has a reason to go well now: the network is back. */
  reconnected(): void;
}

interface Visit {
  container: HTMLElement;
  hydrate: boolean;
  /** What is being mounted, or is. */
  running?: { release: LoadableRelease; lifecycles: RemoteLifecycles; props: RemoteMountProps };
  failed?: boolean;
}

type Failed = RemoteFailure & { /** Its breaker was open: it was not tried. */ skipped?: boolean };

export function createTile(options: TileOptions): Tile {
  const { remote, report, breakers } = options;
  const releases = releasesOf(remote);
  let visit: Visit | undefined;
  let visited = false;
  let attempt = 0;
  let bootstrapped: RemoteLifecycles | undefined;
  /** The release whose turn it is; what failed in this document is not run in it again, unless the visitor asks. */
  let turn = 0;
  /** Why the pinned one had its turn. */
  let because: RemoteFailure | undefined;
  /** A module that hangs or threw stays in the browser's module map for as long as the document lives. */
  let stuck = false;

  const now = (): string => new Date().toISOString();

  async function start(current: Visit): Promise<void> {
    await options.ready?.();
    if (visit !== current) return;
    attempt += 1;
    await run(current);
  }

  async function run(current: Visit): Promise<void> {
    while (visit === current) {
      const release = releases[turn];
      if (!release) return;
      const failure = await tryRelease(current, release);
      if (visit !== current || !failure) return;
      await setBack(current, release, failure);
    }
  }

  async function tryRelease(current: Visit, release: LoadableRelease): Promise<Failed | undefined> {
    const { releaseId } = release;
    if (!breakers.allows(releaseId))
      return { reason: breakers.why(releaseId), error: new Error('Failed before'), skipped: true };
    const failure = await mountRelease(current, release);
    if (visit !== current) return undefined;
    if (!failure) breakers.succeeded(releaseId);
    return failure;
  }

  async function mountRelease(current: Visit, release: LoadableRelease): Promise<Failed | undefined> {
    const startedAt = performance.now();
    const outcome = await options.loader.load(release);
    if (!outcome.ok) return outcome.failure;
    if (visit !== current) return undefined;
    const { lifecycles } = outcome;
    const props = propsOf(current, release);
    current.running = { release, lifecycles, props };
    try {
      if (bootstrapped !== lifecycles) await withDeadline(lifecycles.bootstrap(props), options.mountTimeoutMs);
      bootstrapped = lifecycles;
      const { hydrated } = await withDeadline(lifecycles.mount(props), options.mountTimeoutMs, 'mount-timeout');
      const durationMs = Math.round(performance.now() - startedAt);
      const of = { remote: remote.name, release: release.releaseId, at: now() };
      if (attempt > 1) report({ type: 'remote-recovered', attempt, ...of });
      const why = turn > 0 && because ? { because: because.reason } : {};
      report({ type: 'remote-mounted', durationMs, hydrated, ran: turn > 0 ? 'fallback' : 'pinned', ...why, ...of });
      return undefined;
    } catch (error) {
      return { reason: error instanceof RemoteLoadError ? error.reason : await reasonOf(release, error), error };
    }
  }

  function propsOf(current: Visit, release: LoadableRelease): RemoteMountProps {
    const { container, hydrate } = current;
    const props: RemoteMountProps = {
      ...{ services: options.services, place: options.place, container, hydrate },
      onFailure({ error, reason }) {
        const isRunning = (): boolean => visit === current && current.running?.props === props;
        if (!isRunning()) return;
        const known = reason === 'chunk' ? reasonOf(release, error) : Promise.resolve('render' as const);
        void known.then(async (why) => {
          if (!isRunning()) return;
          await setBack(current, release, { reason: why, error });
          await run(current);
        });
      },
    };
    return props;
  }

  /** Code that did not arrive during mount is told from code that threw; a failed `import()` is a `TypeError`. */
  async function reasonOf(release: LoadableRelease, error: unknown): Promise<RemoteFailure['reason']> {
    const name = error instanceof Error ? error.name : '';
    if (name === 'TimeoutError') return 'timeout';
    if (name !== 'ChunkError' && name !== 'TypeError') return 'render';
    const reason = await options.loader.diagnose(release);
    return reason === 'evaluation' ? 'render' : reason;
  }

  /** The release has had its turn; the next one's comes, or there is none. */
  async function setBack(current: Visit, { releaseId }: LoadableRelease, failure: Failed): Promise<void> {
    if (!failure.skipped) {
      if (options.services.offline.get().online) breakers.failed(releaseId, failure.reason);
      stuck ||= failure.reason === 'timeout' || failure.reason === 'evaluation';
    }
    because ??= failure;
    turn += 1;
    const hasNext = turn < releases.length;
    await clear(current, hasNext);
    if (visit !== current) return;
    const leave = hasNext ? undefined : await options.findLastGood?.();
    const then = hasNext ? 'fallback' : leave ? 'last-good' : 'card';
    const message = messageOf(failure.error);
    // One that was not tried is only told of where nothing stands in for it.
    if (!failure.skipped || !hasNext)
      report({
        ...{ type: 'remote-failed', remote: remote.name, release: releaseId, reason: failure.reason, message },
        ...{ attempt, then, at: now() },
      });
    if (visit !== current || hasNext) return;
    if (!leave) return giveUp(current, because);
    options.showWaiting(current.container);
    leave();
  }

  function giveUp(current: Visit, failure: RemoteFailure): void {
    current.failed = true;
    options.showFailure(current.container, failure, () => {
      for (const { releaseId } of releases) breakers.force(releaseId);
      if (stuck) return options.reload();
      if (visit === current) again(current);
    });
  }

  function again(current: Visit): void {
    current.failed = false;
    rewind();
    options.showWaiting(current.container);
    void start(current);
  }

  function rewind(): void {
    turn = 0;
    because = undefined;
  }

  /** What the document brought stays for as long as another release may come into its place. */
  async function clear(current: Visit, keepsMarkup = false): Promise<void> {
    const { running, container } = current;
    delete current.running;
    current.hydrate = false;
    if (!running && keepsMarkup) return;
    try {
      if (running)
        await withDeadline(running.lifecycles.unmount(running.props), options.unmountTimeoutMs, 'unmount-timeout');
    } catch (error) {
      const reason = error instanceof RemoteLoadError ? error.reason : 'render';
      const of = { remote: remote.name, ...(running ? { release: running.release.releaseId } : {}), at: now() };
      report({ type: 'remote-failed', reason, message: messageOf(error), attempt, ...of });
    }
    container.replaceChildren();
    if (keepsMarkup && visit === current) options.showWaiting(container);
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

  const retryFailed = (): void => {
    if (visit?.failed) again(visit);
  };

  return {
    mount() {
      const container = options.openContainer();
      const current: Visit = { container, hydrate: isServerMarkup(container) };
      visit = current;
      if (turn >= releases.length) rewind();
      if (!container.hasChildNodes()) options.showWaiting(container);
      void start(current);
      return Promise.resolve();
    },
    navigated: retryFailed,
    reconnected() {
      for (const { releaseId } of releases) if (visit?.failed) breakers.force(releaseId);
      retryFailed();
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
