import { startTransition } from 'react';
import { flushSync } from 'react-dom';
import type { PageState } from './page-state.ts';

/**
 * Puts a router's new state on the page. Going to another page is a view transition where the browser has them and the
 * visitor wants motion; its DOM changes at once, so that scroll and focus are where they belong in the picture after.
 */
export function showPage(from: PageState, to: PageState, apply: (state: PageState) => void): void {
  const moves = from.location.pathname !== to.location.pathname;
  if (moves && 'startViewTransition' in document && !matchMedia('(prefers-reduced-motion: reduce)').matches)
    // A visitor who goes on meanwhile skips the picture, which is no error; the page has changed all the same.
    document.startViewTransition(() => flushSync(() => apply(to))).ready.catch(() => undefined);
  else startTransition(() => apply(to));
}
