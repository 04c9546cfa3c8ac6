import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordIndex } from './word-index.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 4 });
const documents = fc.array(fc.uniqueArray(word, { maxLength: 6 }), { maxLength: 12 });

test('finds what looking at every document finds, also after some are gone', () => {
  fc.assert(
    fc.property(documents, fc.array(word, { minLength: 1, maxLength: 3 }), fc.nat(11), (texts, asked, gone) => {
      const index = new WordIndex();
      for (const [id, words] of texts.entries()) index.add(String(id), words);
      index.find(asked);
      index.remove(String(gone), texts[gone] ?? []);
      const expected = [...texts.entries()]
        .filter(([id]) => id !== gone)
        .filter(([, words]) => asked.every((beginning) => words.some((one) => one.startsWith(beginning))))
        .map(([id]) => String(id));
      expect(new Set(index.find(asked))).toEqual(new Set(expected));
    }),
    { seed: 5 },
  );
});
