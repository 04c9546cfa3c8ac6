import { useBoot, useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useEffect } from 'react';

/** Titles the tab where a page has no data to be titled by. */
export function useAnnounced(title: string): void {
  const { navigation } = useShell();
  const { name } = useBoot().tenant;
  useEffect(() => navigation.announce(`${title} · ${name}`), [navigation, title, name]);
}
