/**
 * What stands in the realm of a server entry beside the language itself, as the text of a script that runs there. All
 * of it is made inside: an object of the outer realm would lead to that realm's `Function`, and from there to all that
 * Node can do. The three outer functions that it is given stay in its closures, take and give text and numbers, and
 * what they throw is thrown away.
 *
 * `(askUrl, later, report) => { remember, run, describe }`
 */
export const realmSource = String.raw`(askUrl, later, report) => {
  'use strict';
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'console']) delete globalThis[name];
  // The outer realm awaits promises of this one, and so calls their "then".
  Object.freeze(Promise.prototype);
  Object.freeze(Promise);

  const { parse, stringify } = JSON;
  const asText = (value) => '' + (typeof value === 'symbol' ? 'Symbol' : value);
  const hidden = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });

  class TextEncoder {
    get encoding() { return 'utf-8'; }
    encode(input = '') {
      const text = asText(input);
      const bytes = new Uint8Array(text.length * 3);
      return bytes.slice(0, this.encodeInto(text, bytes).written);
    }
    encodeInto(text, bytes) {
      let read = 0;
      let written = 0;
      while (read < text.length) {
        let code = text.charCodeAt(read);
        let units = 1;
        if (code >= 0xd800 && code <= 0xdfff) {
          const low = code < 0xdc00 ? text.charCodeAt(read + 1) : NaN;
          if (low >= 0xdc00 && low <= 0xdfff) {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            units = 2;
          } else code = 0xfffd;
        }
        const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        if (written + size > bytes.length) break;
        if (size === 1) bytes[written++] = code;
        else {
          bytes[written++] = [0, 0, 0xc0, 0xe0, 0xf0][size] | (code >> (6 * (size - 1)));
          for (let shift = 6 * (size - 2); shift >= 0; shift -= 6) bytes[written++] = 0x80 | ((code >> shift) & 0x3f);
        }
        read += units;
      }
      return { read, written };
    }
  }

  class TextDecoder {
    #rest = [];
    get encoding() { return 'utf-8'; }
    decode(input, { stream = false } = {}) {
      const bytes = [...this.#rest, ...(input === undefined ? [] : new Uint8Array(input.buffer ?? input, input.byteOffset ?? 0, input.byteLength))];
      this.#rest = [];
      let text = '';
      for (let at = 0; at < bytes.length; ) {
        const first = bytes[at];
        const size = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        if (size === 1) {
          text += String.fromCharCode(first);
          at += 1;
          continue;
        }
        let code = first & (0xff >> (size + 1));
        let more = 1;
        while (more < size && (bytes[at + more] & 0xc0) === 0x80) code = (code << 6) | (bytes[at + more++] & 0x3f);
        if (size > 0 && more === size && code >= [0, 0, 0x80, 0x800, 0x10000][size] && code < 0x110000 && (code < 0xd800 || code > 0xdfff)) {
          text += String.fromCodePoint(code);
          at += size;
        } else if (stream && size > more && at + more === bytes.length) {
          this.#rest = bytes.slice(at);
          break;
        } else {
          text += '\ufffd';
          at += Math.max(1, size > 0 ? more : 1);
        }
      }
      return text;
    }
  }

  /** application/x-www-form-urlencoded, as the URL standard has it. */
  const encodeForm = (text) =>
    encodeURIComponent(text.toWellFormed()).replace(/%20/g, '+').replace(/[!'()~]/g, (one) => '%' + one.charCodeAt(0).toString(16).toUpperCase());
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const decodeForm = (text) => {
    const bytes = encoder.encode(text.replace(/\+/g, ' '));
    const out = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const hex = bytes[at] === 0x25 ? String.fromCharCode(bytes[at + 1], bytes[at + 2]) : '';
      if (/^[0-9a-f]{2}$/i.test(hex)) {
        out.push(Number('0x' + hex));
        at += 2;
      } else out.push(bytes[at]);
    }
    return decoder.decode(Uint8Array.from(out));
  };

  class URLSearchParams {
    #pairs = [];
    #changed = () => undefined;
    constructor(init = '', changed) {
      if (changed) this.#changed = changed;
      if (typeof init === 'object' && init !== null) {
        const pairs = typeof init[Symbol.iterator] === 'function' ? init : Object.entries(init);
        for (const [name, value] of pairs) this.#pairs.push([asText(name), asText(value)]);
        return;
      }
      for (const part of asText(init).replace(/^\?/, '').split('&')) {
        if (part === '') continue;
        const at = part.indexOf('=');
        this.#pairs.push(at < 0 ? [decodeForm(part), ''] : [decodeForm(part.slice(0, at)), decodeForm(part.slice(at + 1))]);
      }
    }
    get size() { return this.#pairs.length; }
    append(name, value) { this.#pairs.push([asText(name), asText(value)]); this.#changed(this); }
    delete(name, value) {
      this.#pairs = this.#pairs.filter(([key, own]) => key !== asText(name) || (value !== undefined && own !== asText(value)));
      this.#changed(this);
    }
    get(name) { return this.#pairs.find(([key]) => key === asText(name))?.[1] ?? null; }
    getAll(name) { return this.#pairs.filter(([key]) => key === asText(name)).map(([, value]) => value); }
    has(name, value) { return this.#pairs.some(([key, own]) => key === asText(name) && (value === undefined || own === asText(value))); }
    set(name, value) {
      const at = this.#pairs.findIndex(([key]) => key === asText(name));
      if (at < 0) this.#pairs.push([asText(name), asText(value)]);
      else this.#pairs = this.#pairs.flatMap((pair, index) => (index === at ? [[pair[0], asText(value)]] : pair[0] === asText(name) ? [] : [pair]));
      this.#changed(this);
    }
    sort() { this.#pairs.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)); this.#changed(this); }
    forEach(use, self) { for (const [name, value] of this.#pairs) use.call(self, value, name, this); }
    *entries() { for (const [name, value] of this.#pairs) yield [name, value]; }
    *keys() { for (const [name] of this.#pairs) yield name; }
    *values() { for (const [, value] of this.#pairs) yield value; }
    [Symbol.iterator]() { return this.entries(); }
    toString() { return this.#pairs.map(([name, value]) => encodeForm(name) + '=' + encodeForm(value)).join('&'); }
  }

  /** Parsed outside: text in, text out, empty where it is no address. */
  const parseUrl = (href, base, part, value) => {
    let answer = '';
    try { answer = askUrl(href, base, part, value); } catch { answer = ''; }
    return answer === '' ? undefined : parse(answer);
  };
  class URL {
    #parts;
    #search;
    constructor(href, base) {
      this.#parts = parseUrl(asText(href), base === undefined ? '' : asText(base), '', '');
      if (!this.#parts) throw new TypeError('Invalid URL');
    }
    static canParse(href, base) { return parseUrl(asText(href), base === undefined ? '' : asText(base), '', '') !== undefined; }
    static parse(href, base) { return URL.canParse(href, base) ? new URL(href, base) : null; }
    get searchParams() {
      return (this.#search ??= new URLSearchParams(this.#parts.search, (params) => this.#change('search', params.toString(), true)));
    }
    #change(part, value, own) {
      this.#parts = parseUrl(this.#parts.href, '', part, asText(value)) ?? this.#parts;
      if (!own) this.#search = undefined;
    }
    static {
      for (const part of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'])
        Object.defineProperty(URL.prototype, part, {
          get() { return this.#parts[part]; },
          ...(part === 'origin' ? {} : { set(value) { this.#change(part, value, false); } }),
          enumerable: true,
          configurable: true,
        });
    }
    toString() { return this.#parts.href; }
    toJSON() { return this.#parts.href; }
  }

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

  /** A stream that is pulled by one reader: what a renderer writes its markup to. */
  class ReadableStream {
    #source;
    #chunks = [];
    #reads = [];
    #state = 'open';
    #error;
    #pulling = false;
    #controller;
    #highWaterMark;
    #locked = false;
    constructor(source = {}, { highWaterMark = 1 } = {}) {
      this.#source = source;
      this.#highWaterMark = highWaterMark;
      const stream = this;
      this.#controller = {
        get desiredSize() { return stream.#state === 'open' ? stream.#highWaterMark - stream.#chunks.length : stream.#state === 'errored' ? null : 0; },
        get byobRequest() { return null; },
        enqueue(chunk) {
          if (stream.#state !== 'open') throw new TypeError('The stream takes nothing more');
          const waiting = stream.#reads.shift();
          if (waiting) waiting.resolve({ value: chunk, done: false });
          else stream.#chunks.push(chunk);
        },
        close() {
          if (stream.#state === 'open') stream.#state = 'closed';
          if (stream.#chunks.length === 0) for (const read of stream.#reads.splice(0)) read.resolve({ value: undefined, done: true });
        },
        error(reason) {
          if (stream.#state === 'errored') return;
          stream.#state = 'errored';
          stream.#error = reason;
          stream.#chunks = [];
          for (const read of stream.#reads.splice(0)) read.reject(reason);
        },
      };
      source.start?.(this.#controller);
    }
    get locked() { return this.#locked; }
    async #pull() {
      if (this.#pulling || this.#state !== 'open' || !this.#source.pull) return;
      this.#pulling = true;
      try { await this.#source.pull(this.#controller); } catch (error) { this.#controller.error(error); } finally { this.#pulling = false; }
      if (this.#reads.length > 0) await this.#pull();
    }
    #read() {
      if (this.#chunks.length > 0) return Promise.resolve({ value: this.#chunks.shift(), done: false });
      if (this.#state === 'errored') return Promise.reject(this.#error);
      if (this.#state === 'closed') return Promise.resolve({ value: undefined, done: true });
      const read = Promise.withResolvers();
      this.#reads.push(read);
      void this.#pull();
      return read.promise;
    }
    getReader() {
      if (this.#locked) throw new TypeError('The stream has a reader');
      this.#locked = true;
      return { read: () => this.#read(), cancel: (reason) => this.cancel(reason), releaseLock: () => { this.#locked = false; } };
    }
    async cancel(reason) {
      this.#state = 'closed';
      this.#chunks = [];
      await this.#source.cancel?.(reason);
    }
    async *[Symbol.asyncIterator]() {
      const reader = this.getReader();
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        yield value;
      }
    }
  }

  const silent = () => undefined;
  const start = Date.now();
  const all = {
    TextEncoder, TextDecoder, URL, URLSearchParams, Event, EventTarget, DOMException, AbortSignal, AbortController, ReadableStream,
    setTimeout, clearTimeout, queueMicrotask,
    performance: { now: () => Date.now() - start, timeOrigin: start, mark: silent, measure: silent },
    console: { log: silent, info: silent, warn: silent, error: silent, debug: silent, trace: silent },
    // What bundlers leave of "process.env.NODE_ENV" in libraries.
    process: { env: { NODE_ENV: 'production' } },
  };
  for (const [name, value] of Object.entries(all)) hidden(name, value);
  hidden('self', globalThis);

  let entry;
  const describe = (error) => {
    try { return asText(error?.stack ?? error).slice(0, 2000); } catch { return 'The server entry failed'; }
  };
  return {
    describe,
    remember(value) { entry = value; },
    /** Reports once: the result as JSON, or what it failed with. */
    async run(id, inputText, timeoutMs) {
      let done = false;
      const say = (isResult, text) => {
        if (done) return;
        done = true;
        try { report(id, isResult, text); } catch { done = true; }
      };
      failed = (error) => say(false, describe(error));
      try {
        if (typeof entry !== 'function') throw new TypeError('Its default export is no function');
        const result = await entry({ ...parse(inputText), signal: AbortSignal.timeout(timeoutMs) });
        say(true, stringify(result) ?? 'null');
      } catch (error) {
        failed(error);
      }
    },
  };
}`;
