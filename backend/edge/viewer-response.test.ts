import { expect, test } from 'vitest';
import { createViewerFunction } from '../local/edge/viewer-function.ts';
import { bundleViewerFunction } from './testing/bundle.ts';

const run = async (headers: Record<string, { value: string }>) => {
  const viewer = createViewerFunction({ code: await bundleViewerFunction('viewer-response.ts'), get: () => undefined });
  return viewer.run({
    request: { method: 'GET', uri: '/', querystring: {}, headers, cookies: {} },
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
