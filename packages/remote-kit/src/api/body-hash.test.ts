import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { bodyHashOf } from './body-hash.ts';

afterEach(() => vi.unstubAllGlobals());

test.each(['', '{"message":"Rückgabe? 退货"}'])('%j is hashed as its bytes are', async (body) => {
  const hash = createHash('sha256').update(body, 'utf8').digest('hex');
  expect(await bodyHashOf(body)).toEqual({ 'x-amz-content-sha256': hash });
});

test('a page without Web Crypto sends none', async () => {
  vi.stubGlobal('crypto', {});
  expect(await bodyHashOf('x')).toEqual({});
});
