import compile from 'icu-minify/compile';
import { describe, expect, it } from 'vitest';
import ar from './ar.messages.json' with { type: 'json' };
import de from './de.messages.json' with { type: 'json' };
import en from './en.messages.json' with { type: 'json' };

const argumentsOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1] ?? ''))]
    .filter((name) => name !== 'n')
    .sort();

describe.each(Object.entries({ de, ar }))('messages in %s', (_, messages) => {
  const translated: Record<string, string> = messages;

  it('say all that English says, and nothing else', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(en));
  });

  it.each(Object.entries(en))('fill in the same values: %s', (key, english) => {
    const words = translated[key] ?? '';
    expect(() => compile(words)).not.toThrow();
    expect(argumentsOf(words)).toEqual(argumentsOf(english));
  });
});
