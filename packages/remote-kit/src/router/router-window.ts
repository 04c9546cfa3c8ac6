/**
 * The `window` a remote's router sees. After `pushState` single-spa sends an artificial `popstate`; a router that hears
 * its own echo loads twice. And other remotes' addresses are none of its business.
 */
export function createRouterWindow(real: Window, isOwn: (pathname: string) => boolean): Window {
  const listeners = new WeakMap<EventListener, EventListener>();
  let ownKey: unknown;

  const history = new Proxy(real.history, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      if (property !== 'pushState' && property !== 'replaceState') return value.bind(target);
      return (state: unknown, unused: string, url?: string) => {
        ownKey = keyOf(state);
        target[property](state, unused, url);
      };
    },
  });

  const filtered = (listener: EventListener): EventListener => {
    const known = listeners.get(listener);
    if (known) return known;
    const wrapper = (event: Event): void => {
      if (isArtificial(event) && ownKey !== undefined && keyOf(real.history.state) === ownKey) return;
      if (isOwn(real.location.pathname)) listener(event);
    };
    listeners.set(listener, wrapper);
    return wrapper;
  };

  const listen =
    (method: 'addEventListener' | 'removeEventListener') =>
    (type: string, listener: EventListener, options?: unknown) =>
      real[method](type, type === 'popstate' ? filtered(listener) : listener, options as AddEventListenerOptions);

  return new Proxy(real, {
    get(target, property) {
      if (property === 'history') return history;
      if (property === 'addEventListener' || property === 'removeEventListener') return listen(property);
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const isArtificial = (event: Event): boolean => 'singleSpa' in event && event.singleSpa === true;

const keyOf = (state: unknown): unknown =>
  typeof state === 'object' && state !== null && 'key' in state ? state.key : undefined;
