import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordScores } from './word-score.ts';

const words = (text: string) => text.split(' ');

test('rare words weigh more than common ones, and forms of a word are one word', () => {
  const texts = ['the parcel of the shop', 'the refunds of the shop', 'the shop'].map(words);
  const [parcel = 0, refund = 0, none = 0] = wordScores(words('the refund'), texts);
  expect(refund).toBeGreaterThan(parcel);
  expect(parcel).toBeGreaterThan(0);
  expect(none).toBeGreaterThan(0);
});

test('is never negative, however often a word is said', () => {
  const text = fc.array(fc.constantFrom('money', 'comes', 'back', 'moneys'), { maxLength: 60 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
      for (const score of wordScores(['money'], texts)) expect(score).toBeGreaterThanOrEqual(0);
    }),
    { seed: 11 },
  );
});
