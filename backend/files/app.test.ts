import { expect, test } from 'vitest';
import { brotliDecompressSync } from 'node:zlib';
import { createFilesApp } from './app.ts';
import type { FileAddress, StoredFile } from './file-store.ts';

const script = `export const a = ${JSON.stringify('x'.repeat(2000))}`;

function appWith(find: (address: FileAddress) => StoredFile | undefined) {
  return createFilesApp({ files: { find: async (address) => find(address) } });
}
const file = (overrides: Partial<StoredFile> = {}): StoredFile => ({
  body: Buffer.from(script),
  contentType: 'text/javascript',
  etag: 'abc',
  ...overrides,
});

test('a released file is answered for ever, to every origin', async () => {
  const asked: FileAddress[] = [];
  const app = appWith((address) => {
    asked.push(address);
    return file();
  });
  const answer = await app.request('/aria/mfe-catalog/1.0.0/assets/%C3%BC.js');
  expect(asked).toEqual([{ tenantId: 'aria', remote: 'mfe-catalog', version: '1.0.0', path: 'assets/ü.js' }]);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/javascript',
    'cache-control': 'public, max-age=31536000, immutable',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'timing-allow-origin': '*',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    etag: '"abc"',
  });
  expect(await answer.text()).toBe(script);
});

test('text is compressed where that is accepted, and known again', async () => {
  const app = appWith(() => file());
  const headers = { 'accept-encoding': 'br,gzip' };
  const answer = await app.request('/aria/shell/1.0.0/a.js', { headers });
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe(script);
  const etag = answer.headers.get('etag') ?? '';
  const again = await app.request('/aria/shell/1.0.0/a.js', { headers: { ...headers, 'if-none-match': etag } });
  expect(again.status).toBe(304);
  const plain = await app.request('/aria/shell/1.0.0/a.js', { headers: { 'if-none-match': etag } });
  expect(plain.status).toBe(200);
});

test.each([
  ['small', { body: Buffer.from('x') }],
  ['no text', { contentType: 'font/woff2' }],
])('what is %s is sent as it is', async (_, overrides) => {
  const app = appWith(() => file(overrides));
  const answer = await app.request('/aria/shell/1.0.0/a', { headers: { 'accept-encoding': 'br' } });
  expect(answer.headers.get('content-encoding')).toBeNull();
});

test.each(['/', '/aria', '/aria/shell/1.0.0', '/aria/shell/1.0.0/', '/%E0/shell/1.0.0/a', '/aria/shell/1.0.0/gone'])(
  '%s is not there, and that is not kept',
  async (path) => {
    const app = appWith(() => undefined);
    const answer = await app.request(path);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  },
);

test('a store that fails is said so, and not kept', async () => {
  const failed: unknown[] = [];
  const app = createFilesApp({
    files: { find: () => Promise.reject(new Error('down')) },
    failed: (error) => failed.push(error),
  });
  const answer = await app.request('/aria/shell/1.0.0/a.js');
  expect([answer.status, answer.headers.get('cache-control'), failed.length]).toEqual([502, 'no-store', 1]);
});
