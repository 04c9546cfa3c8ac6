import type { Store } from '@tessera/contracts/shell-services.ts';

const pathOf = ({ pathname, search }: Location): string => pathname + search;

/** Path and search of the page, for the chrome. single-spa tells of pushed entries too. */
export function createLocationStore(window: Window): Store<string> {
  return {
    get: () => pathOf(window.location),
    subscribe(listener) {
      const events = ['popstate', 'single-spa:routing-event'];
      for (const type of events) window.addEventListener(type, listener);
      return () => {
        for (const type of events) window.removeEventListener(type, listener);
      };
    },
  };
}
