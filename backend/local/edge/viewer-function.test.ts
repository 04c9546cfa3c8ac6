import { expect, test } from 'vitest';
import { createViewerFunction, ViewerFunctionError } from './viewer-function.ts';

const make = (code: string, entries: Record<string, string> = {}) =>
  createViewerFunction({ code, get: (key) => entries[key] });
const run = (code: string, event: object = {}) => make(code).run(event);

test('a function reads the store and returns what it made of the event', () => {
  const code = `import store from "cloudfront"; async function handler(e) {
    const kvs = store.kvs(); return { a: await kvs.get('a'), b: (await kvs.get('b', { format: 'json' })).x, has: await kvs.exists('c'), uri: e.uri } }`;
  expect(make(code, { a: '1', b: '{"x":2}' }).run({ uri: '/' })).toEqual({ a: '1', b: 2, has: false, uri: '/' });
});

test('nothing of one run is left to the next but what the function keeps itself', () => {
  const one = make('let n = 0; function handler(e) { return { n: ++n, e } }');
  expect([one.run({ a: 1 }), one.run({})]).toEqual([
    { n: 1, e: { a: 1 } },
    { n: 2, e: {} },
  ]);
});

test.each([
  ['more than 10 KB', `function handler() {} // ${'x'.repeat(10 * 1024)}`],
  ['another import', `import fs from 'node:fs'; function handler() {}`],
])('%s is not taken', (_name, code) => {
  expect(() => make(code)).toThrow(ViewerFunctionError);
});

test.each([
  ['process', 'function handler() { return process.env }'],
  ['fetch', 'function handler() { return fetch("http://x") }'],
  ['require', 'function handler() { return require("fs") }'],
  ['timers', 'async function handler() { await new Promise((r) => setTimeout(r, 1)); return {} }'],
  ['eval', 'function handler() { return eval("1") }'],
  ['new Function', 'function handler() { return new Function("return 1")() }'],
  ['a promise nobody keeps', 'function handler() { return new Promise(() => {}) }'],
  ['a key that is not there', `import cf from 'cloudfront'; async function handler() { return cf.kvs().get('x') }`],
])('%s fails', (_name, code) => {
  expect(() => run(code)).toThrow(ViewerFunctionError);
});

test('an endless loop ends, also one behind an await, and also after a hundred good runs', () => {
  expect(() => run('function handler() { while (true); }')).toThrow('did not end in time');
  expect(() => run('async function handler() { await 0; while (true); }')).toThrow('did not end in time');
  const slow = make('function handler(e) { const end = Date.now() + e.ms; while (Date.now() < end); return {} }');
  for (let i = 0; i < 100; i++) slow.run({ ms: 0 });
  slow.run({ ms: 60 });
  expect(() => slow.run({ ms: 10_000 })).toThrow('did not end in time');
  expect(slow.stats).toMatchObject({ runs: 102, errors: 1 });
});
