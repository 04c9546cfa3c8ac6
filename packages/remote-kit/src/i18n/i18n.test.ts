import compile from 'icu-minify/compile';
import { describe, expect, it, vi } from 'vitest';
import { createFormats } from './formats.ts';
import { createTranslator } from './translator.ts';

describe('createTranslator', () => {
  const messages = {
    plain: 'Cart',
    named: compile('Fixture of {shop}'),
    counted: compile('{n, plural, one {# work} other {# works}}'),
    arabic: compile('{n, plural, zero {none} one {one} two {two} few {few #} many {many #} other {other #}}'),
  };

  it.each([
    ['en', 'plain', {}, 'Cart'],
    ['en', 'named', { shop: 'Aria' }, 'Fixture of Aria'],
    ['en', 'counted', { n: 1 }, '1 work'],
    ['de', 'counted', { n: 1234 }, '1.234 works'],
    ['ar', 'arabic', { n: 2 }, 'two'],
    ['en', 'unknown', {}, 'unknown'],
  ])('%s %s', (locale, key, values, expected) => {
    expect(createTranslator(locale, messages)(key, values)).toBe(expected);
  });

  it('says a page’s own messages first, and the remote’s for the rest', () => {
    const remote = createTranslator('en', messages);
    const page = createTranslator('en', { plain: 'Basket' }, remote);
    expect([page('plain'), page('counted', { n: 1 }), page('unknown')]).toEqual(['Basket', '1 work', 'unknown']);
  });
});

describe('createFormats', () => {
  const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

  it.each([
    ['en', '1299', 'USD', '$12.99'],
    ['de', '1299', 'EUR', '12,99 €'],
    ['en', '1299', 'JPY', '¥1,299'],
    ['en', '-5', 'USD', '-$0.05'],
    ['en', '900719925474099393', 'USD', '$9,007,199,254,740,993.93'],
  ])('writes money in %s exactly: %s %s', (locale, amountMinor, currency, expected) => {
    expect(plain(createFormats(locale).money({ amountMinor, currency }))).toBe(expected);
  });

  it('makes no formatter twice, for whoever asks', () => {
    const made = vi.spyOn(Intl, 'NumberFormat');
    const write = () => createFormats('fr').money({ amountMinor: '100', currency: 'CHF' });
    expect([plain(write()), plain(write())]).toEqual(['1,00 CHF', '1,00 CHF']);
    expect(made).toHaveBeenCalledTimes(1);
    made.mockRestore();
  });

  it.each([
    [0, '0:00'],
    [59.6, '1:00'],
    [187, '3:07'],
    [3765, '1:02:45'],
  ])('writes %s seconds', (seconds, expected) => {
    expect(createFormats('en').duration(seconds)).toBe(expected);
  });

  it.each([
    [999, '999 byte'],
    [1500, '1.5 kB'],
    [28_000_000, '28 MB'],
  ])('writes %s bytes', (bytes, expected) => {
    expect(plain(createFormats('en').bytes(bytes))).toBe(expected);
  });
});
