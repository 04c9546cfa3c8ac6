import { createContext, useContext } from 'react';
import type { Location } from 'react-router';
import { useKit } from '../contexts/services-context.ts';
import { pathWithin } from './own-path.ts';
import type { PageRouter } from './page-router.ts';
import type { PageState } from './page-state.ts';

export interface PageContextValue extends PageState, Pick<PageRouter, 'revalidate'> {}

export const PageContext = createContext<PageContextValue | undefined>(undefined);

export function usePage(): PageContextValue {
  const value = useContext(PageContext);
  if (!value) throw new Error('This hook works inside a page only, not in a panel');
  return value;
}

/** Where a navigation within the remote is on its way to, without locale prefix; undefined while nothing is fetched. */
export function usePendingLocation(): Location | undefined {
  const { services } = useKit();
  const { pending } = usePage();
  return pending && { ...pending, pathname: pathWithin(services, pending.pathname) ?? pending.pathname };
}

/**
 * Fetches the page's declared data anew, e.g. after a change made through `useApi`, and answers it; undefined where it
 * did not come. A failure that passes leaves the page with the data it has.
 */
export const useRevalidate = (): PageRouter['revalidate'] => usePage().revalidate;
