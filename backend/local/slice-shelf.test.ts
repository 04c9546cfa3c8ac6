import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogBook } from './runtime/log-book.ts';
import { createRuntime } from './runtime/runtime.ts';
import { createSliceShelf, type SliceShelf } from './slice-shelf.ts';

const [first, second] = ['00000000000a', '00000000000b'] as const;
let root: string;
let shelf: SliceShelf;
const distDir = () => path.join(root, 'dist');

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'shelf-'));
  shelf = createSliceShelf({ distDir: distDir(), folder: path.join(root, 'slices') });
});
afterEach(() => rmSync(root, { recursive: true }));

function build(version: string): void {
  for (const name of ['catalog', 'catalog-render', 'session']) {
    mkdirSync(path.join(distDir(), name), { recursive: true });
    writeFileSync(path.join(distDir(), name, 'index.mjs'), `export const handler = async () => '${name} ${version}'`);
  }
  writeFileSync(path.join(distDir(), 'slices.json'), JSON.stringify({ catalog: version }));
}

test('what a build replaces stays to be called, by its version', () => {
  build(first);
  shelf.keep();
  expect(shelf.bundleOf('catalog', first)).toBeUndefined();
  build(second);
  shelf.keep();
  expect(shelf.current()).toEqual({ catalog: second });
  expect(shelf.bundleOf('catalog', first)).toMatch(/catalog[\\/]00000000000a[\\/]catalog[\\/]index\.mjs$/);
  expect(shelf.bundleOf('catalog-render', first)).toBeDefined();
  expect(shelf.bundleOf('session', first)).toBeUndefined();
  expect(shelf.bundleOf('catalog', '00000000000c')).toBeUndefined();
});

test('nothing is kept that neither stands nor is needed', () => {
  build(first);
  shelf.keep();
  build(second);
  shelf.keep();
  shelf.retain(new Set([`catalog.${first}`]));
  expect(shelf.bundleOf('catalog', first)).toBeDefined();
  shelf.retain(new Set());
  expect(shelf.bundleOf('catalog', first)).toBeUndefined();
  expect(existsSync(path.join(root, 'slices', 'catalog', second))).toBe(true);
});

test('each version runs in environments of its own; one that is not kept gives way to what stands', async () => {
  build(first);
  shelf.keep();
  build(second);
  shelf.keep();
  const runtime = createRuntime({
    functions: [{ name: 'catalog', entry: '', kind: 'invoke', memoryMb: 64, timeoutMs: 2_000 }],
    distDir: distDir(),
    region: 'eu-central-1',
    environmentsPerFunction: 1,
    envOf: () => ({}),
    logs: createLogBook(),
    slices: shelf,
  });
  try {
    const answered = async (version?: string) => {
      const outcome = await runtime.invoke('catalog', {}, { answer: 'json', version });
      return outcome.kind === 'json' ? (JSON.parse(outcome.payload) as unknown) : outcome;
    };
    expect(await answered()).toBe(`catalog ${second}`);
    expect(await answered(second)).toBe(`catalog ${second}`);
    expect(await answered(first)).toBe(`catalog ${first}`);
    expect(await answered('00000000000c')).toBe(`catalog ${second}`);
    expect(runtime.pools().get('catalog')?.stats.coldStarts).toBe(1);
    shelf.retain(new Set());
    expect(await answered(first)).toBe(`catalog ${second}`);
  } finally {
    await runtime.close();
  }
});
