import { documentTitleOf } from '@tessera/contracts/elements.ts';
import type { ShellServices } from '@tessera/contracts/shell-services.ts';

export interface NavigationOptions {
  window: Window;
  tenantName: string;
  /** Whether a pathname is answered within this document. */
  isInDocument(pathname: string): boolean;
  /** Whether the release set has moved on, so that the next page needs a document of its own. */
  hasMoved(): boolean;
  announce(text: string): void;
  newKey(): string;
}

/** Goes to pages of any remote: in this document where it can, by loading another where it must. */
export function createNavigation(options: NavigationOptions): ShellServices['navigation'] {
  const { window, tenantName } = options;
  return {
    navigate(to, { replace = false } = {}) {
      const url = new URL(to, window.location.href);
      const stays = url.origin === window.location.origin && options.isInDocument(url.pathname) && !options.hasMoved();
      if (!stays) {
        if (replace) window.location.replace(url.href);
        else window.location.assign(url.href);
        return;
      }
      // The shape a remote's router keeps in history, so that it takes the entry for one of its own.
      const state: unknown = window.history.state;
      const idx = typeof state === 'object' && state !== null && 'idx' in state ? Number(state.idx) || 0 : 0;
      const entry = { usr: null, key: options.newKey(), idx: replace ? idx : idx + 1 };
      const address = url.pathname + url.search + url.hash;
      if (replace) window.history.replaceState(entry, '', address);
      else window.history.pushState(entry, '', address);
    },
    hasMoved: () => options.hasMoved(),
    announce(title) {
      const full = documentTitleOf(title, tenantName);
      if (window.document.title === full) return;
      window.document.title = full;
      options.announce(title);
    },
  };
}
