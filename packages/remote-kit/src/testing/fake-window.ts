/** A tab's history and location without a browser, with single-spa's artificial events after `pushState`. */
export interface FakeTab {
  window: Window;
  /** What the shell does: moves the address and lets single-spa tell everyone. */
  shellPush(path: string): void;
  back(): void;
  /** Addresses that a document was asked for. */
  documents: string[];
}

interface Entry {
  url: URL;
  state: unknown;
}

export function createFakeTab(start: string): FakeTab {
  const entries: Entry[] = [{ url: new URL(start, 'http://shop.test'), state: null }];
  let index = 0;
  const listeners = new Set<(event: Event) => void>();
  const current = (): Entry => entries[index] ?? { url: new URL('http://shop.test'), state: null };

  const tell = (artificial: boolean): void => {
    const event = new Event('popstate');
    if (artificial) Object.assign(event, { singleSpa: true });
    for (const listener of [...listeners]) listener(event);
  };
  const write = (replace: boolean, state: unknown, url: string): void => {
    const before = current().url.href;
    const entry = { url: new URL(url, before), state };
    if (replace) entries[index] = entry;
    else entries.splice((index += 1), entries.length, entry);
    // single-spa answers after its own work is done, and only where the address changed.
    if (entry.url.href !== before) queueMicrotask(() => tell(true));
  };

  const documents: string[] = [];
  const leave = (href: string) => void documents.push(href);
  const window = {
    get location() {
      return Object.assign(current().url, { assign: leave, replace: leave });
    },
    history: {
      get state() {
        return current().state;
      },
      pushState: (state: unknown, _unused: string, url: string) => write(false, state, url),
      replaceState: (state: unknown, _unused: string, url = '') => write(true, state, url),
      go: () => undefined,
    },
    document: {},
    addEventListener: (type: string, listener: (event: Event) => void) =>
      type === 'popstate' && listeners.add(listener),
    removeEventListener: (_type: string, listener: (event: Event) => void) => listeners.delete(listener),
  };

  return {
    documents,
    window: window as unknown as Window,
    shellPush: (path) => write(false, { key: `shell-${entries.length}`, idx: index + 1 }, path),
    back() {
      index -= 1;
      tell(false);
    },
  };
}
