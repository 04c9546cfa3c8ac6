import { addressSource } from './realm/address.ts';
import { encodingSource } from './realm/encoding.ts';
import { eventsSource } from './realm/events.ts';
import { streamSource } from './realm/stream.ts';

/**
 * What stands in the realm of a server entry beside the language itself, as the text of a script that runs there. All
 * of it is made inside: an object of the outer realm would lead to that realm's `Function`, and from there to all that
 * Node can do. The three outer functions that it is given stay in its closures, take and give text and numbers, and
 * what they throw is thrown away.
 *
 * `(askUrl, later, report) => { remember, run, describe }`
 */
export const realmSource = [
  String.raw`(askUrl, later, report) => {
  'use strict';
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'console']) delete globalThis[name];
  // The outer realm awaits promises of this one, and so calls their "then".
  Object.freeze(Promise.prototype);
  Object.freeze(Promise);

  const { parse, stringify } = JSON;
  const asText = (value) => '' + (typeof value === 'symbol' ? 'Symbol' : value);
  const hidden = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
`,
  encodingSource,
  addressSource,
  eventsSource,
  streamSource,
  String.raw`
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
}`,
].join('');
