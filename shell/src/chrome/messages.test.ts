import compile from 'icu-minify/compile';
import { describe, expect, it } from 'vitest';
import ar from '../messages/ar.messages.json';
import de from '../messages/de.messages.json';
import en from '../messages/en.messages.json';

describe.each(Object.entries({ ar, de }))('messages in %s', (_locale, messages) => {
  it('say the same things as the English ones', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(en));
  });

  it.each(Object.entries(messages))('%s takes the same values and compiles', (key, message) => {
    const english = Object.entries(en).find(([known]) => known === key)?.[1] ?? '';
    expect(valuesOf(message)).toEqual(valuesOf(english));
    expect(() => compile(message)).not.toThrow();
  });
});

const valuesOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name = '']) => name))]
    .filter((name) => /^[a-z]+$/.test(name))
    .sort();
