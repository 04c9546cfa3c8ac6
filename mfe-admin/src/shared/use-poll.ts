import { useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRevalidate } from '@tessera/remote-kit/router/page-context.ts';
import { useEffect } from 'react';
import { poll } from './poll.ts';

/** Fetches the page's data anew as long as something is going on, while somebody looks and there is a network. */
export function usePoll(active: boolean, everyMs: number): void {
  const revalidate = useRevalidate();
  const { online } = useOffline().state;
  useEffect(() => {
    if (!active || !online) return;
    return poll({
      look: revalidate,
      everyMs,
      isWatched: () => document.visibilityState === 'visible',
      onError: reportError,
    });
  }, [active, online, everyMs, revalidate]);
}
