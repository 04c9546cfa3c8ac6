import { expect, test } from 'vitest';
import { createViewerFunction } from '../local/edge/viewer-function.ts';
import { bundleViewerFunction } from './testing/bundle.ts';

const run = async (headers: Record<string, { value: string }>, uri = '/') => {
  const viewer = createViewerFunction({ code: await bundleViewerFunction('viewer-response.ts'), get: () => undefined });
  return viewer.run({
    request: { method: 'GET', uri, querystring: {}, headers, cookies: {} },
    response: { statusCode: 200, headers: {}, cookies: {} },
  });
};

test('a first-time visitor gets the id as a cookie', async () => {
  expect(await run({ 'x-tessera-new-visitor': { value: 'abcdefghij0123456789ab' } })).toMatchObject({
    cookies: {
      '__Host-bucket': { value: 'abcdefghij0123456789ab', attributes: expect.stringContaining('Secure') },
    },
  });
});

test('anyone else gets none', async () => {
  expect(await run({})).toMatchObject({ cookies: {} });
});

test.each([
  ['an answer of the API', '/api/cart', 'set_abc|en|USD|US', { value: 'set_abc' }],
  ['a document, which says so itself', '/api-docs', 'set_abc|en|USD|US', undefined],
  ['a host without a shop', '/api/webhooks/stripe', '|en||', undefined],
])('tells the release set with %s', async (_what, uri, view, expected) => {
  const { headers } = (await run({ 'x-tessera-view': { value: view } }, uri)) as { headers: Record<string, unknown> };
  expect(headers['x-tessera-release']).toEqual(expected);
});
