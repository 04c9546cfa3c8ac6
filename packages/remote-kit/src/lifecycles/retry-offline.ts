import type { ShellServices } from '@tessera/contracts/shell-services.ts';
import { ProblemError } from '../problem-error.ts';
import type { PageRouter } from '../router/page-router.ts';

/** The first requests of a connection that is back often fail as well, and nobody tells of it a second time. */
const delaysMs = [250, 1_000, 2_000, 4_000, 8_000];

interface Retried {
  offline: Pick<ShellServices['offline'], 'get' | 'subscribe'>;
  router: Pick<PageRouter, 'state' | 'subscribe' | 'reload'>;
}

/** Loads a page anew that failed for want of a network: once there is one, and then a few times more. */
export function retryOffline({ offline, router }: Retried): () => void {
  let tries = 0;
  let { location } = router.state();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reloading = false;
  let ended = false;

  async function reload(): Promise<void> {
    stop();
    reloading = true;
    await router.reload();
    reloading = false;
    look();
  }
  function look(): void {
    const state = router.state();
    const fails = isOffline(state.error);
    if (!fails || state.location !== location) tries = 0;
    location = state.location;
    if (!fails || ended || reloading || timer !== undefined) return;
    if (offline.get().online && tries < delaysMs.length) timer = setTimeout(() => void reload(), delaysMs[tries++]);
  }
  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  const unsubscribes = [
    router.subscribe(look),
    offline.subscribe(() => {
      tries = 0;
      if (!offline.get().online) stop();
      else if (isOffline(router.state().error) && !reloading) void reload();
    }),
  ];
  return () => {
    ended = true;
    stop();
    for (const unsubscribe of unsubscribes) unsubscribe();
  };
}

const isOffline = (error: unknown): boolean => error instanceof ProblemError && error.problem.code === 'offline';
