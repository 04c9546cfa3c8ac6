import type { PageSlot } from './page-slot.ts';

/** The page of a route; its module is there, because the route's loader waits for it. */
export function PageView({ slot }: { slot: PageSlot }) {
  if (!slot.module) throw new Error('A page was rendered before its code was loaded');
  const Page = slot.module.default;
  return <Page />;
}
