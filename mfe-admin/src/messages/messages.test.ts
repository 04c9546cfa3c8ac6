import compile from 'icu-minify/compile';
import { expect, test } from 'vitest';
import ar from './ar.messages.json';
import de from './de.messages.json';
import en from './en.messages.json';

test.each([
  ['de', de],
  ['ar', ar],
])('%s says everything that en says, with the same values', (_, messages: Record<string, string>) => {
  expect(Object.keys(messages)).toEqual(Object.keys(en));
  const valuesOf = (message: string) => new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name));
  for (const [key, message] of Object.entries(en)) {
    expect(() => compile(messages[key] ?? '')).not.toThrow();
    expect([key, valuesOf(messages[key] ?? '')]).toEqual([key, valuesOf(message)]);
  }
});
