import { useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRevalidate } from '@tessera/remote-kit/router/page-context.ts';
import { useEffect } from 'react';

/** Fetches the page's data anew as long as something is going on, while somebody looks and there is a network. */
export function usePoll(active: boolean, everyMs: number): void {
  const revalidate = useRevalidate();
  const { online } = useOffline().state;
  useEffect(() => {
    if (!active || !online) return;
    let timer = setTimeout(tick, everyMs);
    async function tick(): Promise<void> {
      if (document.visibilityState === 'visible') await revalidate();
      timer = setTimeout(tick, everyMs);
    }
    return () => clearTimeout(timer);
  }, [active, online, everyMs, revalidate]);
}
