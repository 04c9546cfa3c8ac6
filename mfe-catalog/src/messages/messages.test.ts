import { describe, expect, it } from 'vitest';
import ar from './ar.messages.json';
import de from './de.messages.json';
import en from './en.messages.json';

describe.each([
  ['de', de],
  ['ar', ar],
])('%s', (_locale, messages) => {
  it('has every message of English, with the same values to fill in', () => {
    const namesOf = (message: string) => [...new Set([...message.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();
    const known = Object.entries(en).map(([key, message]) => [key, valuesIn(namesOf(message))]);
    const given = Object.entries(messages).map(([key, message]) => [key, valuesIn(namesOf(message))]);
    expect(Object.fromEntries(given)).toEqual(Object.fromEntries(known));
  });
});

/** Words of a plural's branches begin with a brace too; only these are values. */
const values = new Set(['n', 'q', 'label', 'title', 'reason', 'shown', 'total', 'duration']);
const valuesIn = (names: readonly (string | undefined)[]) => names.filter((name) => values.has(name ?? ''));
