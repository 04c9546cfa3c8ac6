import { expect, test } from 'vitest';
import { serverEntryFindings } from './server-entry.ts';

const importsOf = (text: string) =>
  serverEntryFindings('server.mjs', text).map(({ severity, what }) => `${severity} ${what}`);

test.each([
  ['import fs from "node:fs"; export default () => fs', 'node:fs'],
  ['import "./chunk.js"; export default () => 0', './chunk.js'],
  ['export { default } from "./chunk.js"', './chunk.js'],
  ['export * from "./chunk.js"; export default 1', './chunk.js'],
  ['export default async () => import("node:os")', 'node:os'],
])('%s is warned of', (text, name) => {
  expect(importsOf(text)).toEqual([expect.stringMatching(`^warning The server entry imports ${name}, which`)]);
});

test.each([
  'export default () => 0',
  'const render = () => "import x from y"; export { render as default }',
  'export const a = 1; export default a',
  'export default async (name) => import(name)',
])('%s is not', (text) => {
  expect(importsOf(text)).toEqual([]);
});
