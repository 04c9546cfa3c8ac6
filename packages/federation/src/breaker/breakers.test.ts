import { expect, it } from 'vitest';
import { createBreakers } from './breakers.ts';

function fakeStorage(text?: string) {
  const kept = new Map<string, string>(text === undefined ? [] : [['tessera-breakers', text]]);
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const clock = { now: 1_000 };
const open = (storage: () => Pick<Storage, 'getItem' | 'setItem'>) => createBreakers({ storage, now: () => clock.now });

it('keeps what it knows for the next document of the session', () => {
  const storage = fakeStorage();
  const first = open(() => storage);
  first.failed('rel_a', 'timeout');
  const next = open(() => storage);
  expect(next.allows('rel_a')).toBe(false);
  expect(next.why('rel_a')).toBe('timeout');
  expect(next.allows('rel_b')).toBe(true);
  next.force('rel_a');
  expect(open(() => storage).allows('rel_a')).toBe(true);
});

it('writes nothing of releases that are well', () => {
  const storage = fakeStorage();
  const breakers = open(() => storage);
  expect(breakers.allows('rel_a')).toBe(true);
  breakers.succeeded('rel_a');
  expect([...storage.kept]).toEqual([]);
  breakers.failed('rel_a', 'network');
  breakers.succeeded('rel_a');
  expect(storage.kept.get('tessera-breakers')).toBe('[]');
});

it.each([
  [
    'is forbidden',
    () => {
      throw new DOMException('denied', 'SecurityError');
    },
  ],
  [
    'is full',
    () => ({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    }),
  ],
])('lasts as long as the document where storage %s', (_what, storage) => {
  const breakers = open(storage);
  breakers.failed('rel_a', 'timeout');
  expect(breakers.allows('rel_a')).toBe(false);
});

it.each(['{', '{}', 'null', '[1]', '[["rel_a",{"state":"open"}]]', '[["rel_a",{"state":"else","until":9e9}]]'])(
  'takes %s for nothing',
  (text) => {
    expect(open(() => fakeStorage(text)).allows('rel_a')).toBe(true);
  },
);

it('keeps the latest releases only', () => {
  const storage = fakeStorage();
  const breakers = open(() => storage);
  for (let count = 0; count < 30; count += 1) breakers.failed(`rel_${count}`, 'timeout');
  const next = open(() => storage);
  expect(next.allows('rel_0')).toBe(true);
  expect(next.allows('rel_29')).toBe(false);
});
