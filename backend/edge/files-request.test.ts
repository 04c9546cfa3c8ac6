import { beforeAll, expect, test } from 'vitest';
import { createViewerFunction, type ViewerFunction } from '../local/edge/viewer-function.ts';
import { bundleViewerFunction } from './testing/bundle.ts';

let viewer: ViewerFunction;
beforeAll(async () => {
  viewer = createViewerFunction({ code: await bundleViewerFunction('files-request.ts'), get: () => undefined });
});

function run(host: string, uri: string, method = 'GET') {
  return viewer.run({
    version: '1.0',
    context: { requestId: 'r-1' },
    viewer: { ip: '127.0.0.1' },
    request: { method, uri, querystring: { v: { value: '1' } }, headers: { host: { value: host } }, cookies: {} },
  }) as { uri?: string; statusCode?: number; querystring?: object; headers: Record<string, { value: string }> };
}

test.each([
  ['aria.cdn.shops.example', '/mfe-catalog/1.0.0/a.js', '/aria/mfe-catalog/1.0.0/a.js'],
  ['cdn.aria.localhost:8080', '/mfe-catalog/1.0.0/a.js', '/aria/mfe-catalog/1.0.0/a.js'],
  ['Folio-2.CDN.shops.example', '/media/p/cover%20a.webp', '/folio-2/p/cover%20a.webp'],
  ['aria.cdn.shops.example', '/mediaeval/1.0.0/a.js', '/aria/mediaeval/1.0.0/a.js'],
  ['aria.cdn.shops.example', '/files/shell/1.0.0/a.css', '/aria/shell/1.0.0/a.css'],
  ['aria.cdn.shops.example', '/a/1.0.0/.well-known/b..c.js', '/aria/a/1.0.0/.well-known/b..c.js'],
])('%s%s is the file %s', (host, uri, expected) => {
  expect(run(host, uri)).toMatchObject({ uri: expected, querystring: {} });
});

test.each([
  ['shops.example', '/mfe-catalog/1.0.0/a.js'],
  ['A_B.cdn.shops.example', '/mfe-catalog/1.0.0/a.js'],
  ['cdn', '/a'],
  ...['..', '%2e%2e', '.%2E', '..%2f..', '%2e', '%252e%252e', '..%5c'].map((part) => [
    'aria.cdn.shops.example',
    `/media/${part}/folio/a.webp`,
  ]),
])('%s%s is nothing', (host = '', uri = '') => {
  expect(run(host, uri)).toMatchObject({ statusCode: 404, headers: { 'cache-control': { value: 'no-store' } } });
});

test('a browser that asks first may read', () => {
  const { statusCode, headers } = run('aria.cdn.shops.example', '/a', 'OPTIONS');
  expect(statusCode).toBe(204);
  expect(headers['access-control-allow-origin']?.value).toBe('*');
});
