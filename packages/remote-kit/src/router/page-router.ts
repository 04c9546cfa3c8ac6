import { createPath, type To, UNSAFE_createBrowserHistory as createBrowserHistory } from 'react-router';
import { ProblemError } from '../problem-error.ts';
import type { RouteData } from '../data/route-data.ts';
import type { PageState } from './page-state.ts';

type History = ReturnType<typeof createBrowserHistory>;
type Loaded = Pick<PageState, 'route' | 'params' | 'data' | 'error'>;

export interface PageRouterOptions {
  /** A window that hears only what concerns the remote; see `createRouterWindow`. */
  window: Window;
  /** What the first page is rendered from, where the document brought it. */
  inlined: Loaded | undefined;
  /** Fetches what a page is rendered from; only an abort rejects. */
  load(url: URL, signal: AbortSignal): Promise<Loaded>;
  /** Whether this document is outdated, so that the next page needs one of its own. */
  hasMoved(): boolean;
}

export interface PageRouter {
  state(): PageState;
  subscribe(listener: () => void): () => void;
  /** Settles once the first page can be rendered. */
  ready: Promise<void>;
  /** `to` is a path with locale prefix, or a part of one. */
  navigate(to: To, options?: { replace?: boolean; state?: unknown }): void;
  go(delta: number): void;
  /**
   * Fetches the shown page's data anew, and answers it. A failure that passes leaves the page with the data it has;
   * undefined then, and where the visitor went on meanwhile.
   */
  revalidate(): Promise<RouteData | undefined>;
  /** The same where the present data is no longer the visitor's, e.g. in another currency: no failure keeps it. */
  reload(): Promise<void>;
  dispose(): void;
}

/**
 * The router of a remote's pages. The address and the page change together, when the page's code and data are there;
 * an overtaken navigation is given up; each navigation loads once.
 */
export function createPageRouter({ window, inlined, load, hasMoved }: PageRouterOptions): PageRouter {
  const history: History = createBrowserHistory({ window });
  const listeners = new Set<() => void>();
  let running = new AbortController();
  let latest: Promise<void> = Promise.resolve();
  let state: PageState = {
    location: history.location,
    action: 'POP',
    pending: undefined,
    ...(inlined ?? { route: undefined, params: {}, data: undefined, error: undefined }),
  };

  const set = (next: PageState): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };

  const start = (...args: Parameters<typeof go>): Promise<void> => (latest = go(...args));

  /** A first navigation that is overtaken is not ready; the one that overtook it is awaited. */
  async function settled(): Promise<void> {
    let awaited;
    do {
      awaited = latest;
      await awaited;
    } while (awaited !== latest);
  }

  /** `commit` moves the address, and answers the location that the page then has. */
  async function go(url: URL, action: PageState['action'], commit: () => PageState['location']): Promise<void> {
    running.abort();
    const { signal } = (running = new AbortController());
    const isInPage =
      state.route !== undefined &&
      url.pathname + url.search === state.location.pathname + state.location.search &&
      url.hash !== state.location.hash;
    if (isInPage) return set({ ...state, action, location: commit(), pending: undefined });
    if (leaveFor(url, action)) return;
    set({ ...state, pending: { ...state.location, pathname: url.pathname, search: url.search, hash: url.hash } });
    const loaded = await load(url, signal).catch(unlessAborted(signal));
    // What was fetched for the page may have told that this document is outdated.
    if (!loaded || signal.aborted || leaveFor(url, action)) return;
    set({ ...loaded, action, location: commit(), pending: undefined });
  }

  /** Back and forward stay: their pages were made by this document. */
  function leaveFor({ href }: URL, action: PageState['action']): boolean {
    if (action === 'POP' || !hasMoved()) return false;
    if (action === 'REPLACE') window.location.replace(href);
    else window.location.assign(href);
    return true;
  }

  const here = (): URL => history.createURL(history.location);
  const unlisten = history.listen(() => void start(here(), 'POP', () => history.location));

  /** The shown page's data as it is now; undefined where the visitor went on meanwhile. */
  async function fetchAnew(): Promise<Loaded | undefined> {
    const { signal } = running;
    const { location } = state;
    const loaded = await load(history.createURL(location), signal).catch(unlessAborted(signal));
    return signal.aborted || state.location !== location ? undefined : loaded;
  }

  async function revalidate(): Promise<RouteData | undefined> {
    const loaded = await fetchAnew();
    if (!loaded || (state.data && isPassing(loaded.error))) return undefined;
    set({ ...state, ...loaded });
    return loaded.data;
  }

  async function reload(): Promise<void> {
    const loaded = await fetchAnew();
    if (loaded) set({ ...state, ...loaded });
  }

  if (!inlined) void start(here(), 'POP', () => history.location);
  return {
    state: () => state,
    ready: settled(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    navigate(to, { replace = false, state: entry } = {}) {
      const url = new URL(history.createHref(to), here());
      const target = createPath(url);
      const action = replace || createPath(state.location) === target ? 'REPLACE' : 'PUSH';
      void start(url, action, () => {
        if (action === 'REPLACE') history.replace(target, entry);
        else history.push(target, entry);
        return history.location;
      });
    },
    go: (delta) => history.go(delta),
    revalidate,
    reload,
    dispose() {
      running.abort();
      unlisten();
      listeners.clear();
    },
  };
}

const unlessAborted = (signal: AbortSignal) => (error: unknown) => {
  if (signal.aborted) return undefined;
  throw error;
};

/** Says nothing about the page or who may see it. */
const isPassing = (error: unknown): boolean =>
  error instanceof ProblemError && (error.problem.status >= 500 || error.problem.status === 429);
