/** Timers, events and `AbortSignal`; what fails late goes to `failed`. A part of the realm's script: see `realm.ts`. */
export const eventsSource = String.raw`
  let failed = () => undefined;
  const timers = new Map();
  let lastTimer = 0;
  const startTimer = (use, delayMs) => {
    if (typeof use !== 'function') throw new TypeError('A timer takes a function');
    const id = (lastTimer += 1);
    timers.set(id, use);
    try {
      later(() => {
        const due = timers.get(id);
        timers.delete(id);
        try { due?.(); } catch (error) { failed(error); }
      }, +delayMs || 0);
    } catch { throw new Error('The timer was not started'); }
    return id;
  };
  const setTimeout = (use, delayMs, ...args) => startTimer(typeof use === 'function' && (() => use(...args)), delayMs);
  const clearTimeout = (id) => void timers.delete(id);
  const queueMicrotask = (use) => void Promise.resolve().then(use).catch((error) => failed(error));

  class Event {
    constructor(type) { this.type = asText(type); }
  }
  class EventTarget {
    #listeners = new Map();
    addEventListener(type, listener, { once = false } = {}) {
      if (!listener) return;
      const own = this.#listeners.get(type) ?? new Map();
      this.#listeners.set(type, own.set(listener, once));
    }
    removeEventListener(type, listener) { this.#listeners.get(type)?.delete(listener); }
    dispatchEvent(event) {
      for (const [listener, once] of [...(this.#listeners.get(event.type) ?? [])]) {
        if (once) this.removeEventListener(event.type, listener);
        try { typeof listener === 'function' ? listener.call(this, event) : listener.handleEvent(event); } catch (error) { failed(error); }
      }
      return true;
    }
  }
  class DOMException extends Error {
    #name;
    constructor(message = '', name = 'Error') { super(message); this.#name = name; }
    get name() { return this.#name; }
  }
  let abortSignal;
  class AbortSignal extends EventTarget {
    #reason;
    #aborted = false;
    onabort = null;
    get aborted() { return this.#aborted; }
    get reason() { return this.#reason; }
    throwIfAborted() { if (this.#aborted) throw this.#reason; }
    static {
      abortSignal = (signal, reason) => {
        if (signal.#aborted) return;
        signal.#aborted = true;
        signal.#reason = reason ?? new DOMException('This operation was aborted', 'AbortError');
        const event = new Event('abort');
        signal.onabort?.(event);
        signal.dispatchEvent(event);
      };
    }
    static abort(reason) { const signal = new AbortSignal(); abortSignal(signal, reason); return signal; }
    static timeout(delayMs) {
      const signal = new AbortSignal();
      startTimer(() => abortSignal(signal, new DOMException('The operation was aborted due to timeout', 'TimeoutError')), delayMs);
      return signal;
    }
  }
  class AbortController {
    signal = new AbortSignal();
    abort(reason) { abortSignal(this.signal, reason); }
  }
`;
