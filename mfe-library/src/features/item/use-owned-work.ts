import { useEffect, useRef } from 'react';
import { findOwned, toOwnedWorks, type OwnedWork } from '../shelves/owned-works.ts';
import { useEntitlements } from '../shelves/use-entitlements.ts';

export type OwnedWorkState = { status: 'here'; work: OwnedWork } | { status: 'looking' } | { status: 'missing' };

/** Looks through the pages of what is owned until the work is found or there are no more. */
export function useOwnedWork(id: string): OwnedWorkState {
  const { items, pending, more } = useEntitlements();
  const work = findOwned(toOwnedWorks(items), id);
  const asked = useRef(0);

  useEffect(() => {
    // One ask for each length of the list: an ask that failed is not repeated by itself.
    if (work || pending || !more || asked.current === items.length) return;
    asked.current = items.length;
    void more();
  }, [work, pending, more, items.length]);

  if (work) return { status: 'here', work };
  return more ? { status: 'looking' } : { status: 'missing' };
}
