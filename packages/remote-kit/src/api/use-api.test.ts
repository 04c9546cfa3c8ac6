import { expect, it } from 'vitest';
import { createApi } from './use-api.ts';

it('is made where a page is rendered that has no address', () => {
  expect(globalThis.location).toBeUndefined();
  const api = createApi('library', { fetch: () => Promise.reject(new Error('the server asks nobody')) });
  expect(typeof api.POST).toBe('function');
});
