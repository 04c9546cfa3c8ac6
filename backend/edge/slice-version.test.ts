import type { CloudFrontRequestEvent } from 'aws-lambda';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { fromVersionedPath, versionedPathOf } from '@tessera/contracts/slice-ref.ts';
import { createViewerFunction, type ViewerFunction } from '../local/edge/viewer-function.ts';
import { slicesKeyOf, toHostEntry } from './host-entry.ts';
import { handler as originRequest } from './origin-request.ts';
import { bundleViewerFunction } from './testing/bundle.ts';

const needed = ['catalog.00000000000a', 'catalog.00000000000b', 'checkout.00000000000a'];
const [first = ''] = needed;
const profile = { locales: ['en'], currencies: ['USD'], countries: ['US'] };

let viewer: ViewerFunction;
beforeAll(async () => {
  const entryOf = (id: string) => toHostEntry({ profile: { id, ...profile }, setId: 'set_1', priceLists: [] });
  const store = new Map([
    ['host:aria.localhost', JSON.stringify(entryOf('aria'))],
    ['host:lumen.localhost', JSON.stringify(entryOf('lumen'))],
    [slicesKeyOf('aria'), JSON.stringify(needed)],
  ]);
  const code = await bundleViewerFunction('viewer-request.ts');
  viewer = createViewerFunction({ code, get: (key) => store.get(key) });
});

function kept(slice: string, { host = 'aria.localhost', uri = '/api/public/catalog/home' } = {}): string | undefined {
  const result = viewer.run({
    version: '1.0',
    context: { requestId: 'r-1' },
    viewer: { ip: '127.0.0.1' },
    request: {
      ...{ method: 'GET', uri, querystring: {}, cookies: {} },
      headers: { host: { value: host }, 'x-tessera-slice': { value: slice } },
    },
  }) as { headers: Record<string, { value: string } | undefined> };
  return result.headers['x-tessera-slice']?.value;
}

test('a version that the shop’s live releases need goes on, and so is part of the cache key', () => {
  for (const ref of needed) expect(kept(ref)).toBe(ref);
});

test.each(['catalog.ffffffffffff', 'catalog', '', 'catalog.00000000000A', `${first} `, '../v/x', '0', '__proto__'])(
  'of “%s” nothing enters the cache key: the slice as it stands answers',
  (slice) => {
    expect(kept(slice)).toBeUndefined();
  },
);

test('a shop that needs none, and a document, know no versions', () => {
  expect(kept(first, { host: 'lumen.localhost' })).toBeUndefined();
  expect(kept(first, { uri: '/work/wrk_1/api/' })).toBeUndefined();
});

async function pathAt(uri: string, slice: string | undefined): Promise<string | undefined> {
  const header = (key: string, value: string) => ({ [key]: [{ key, value }] });
  const keys = Buffer.from(JSON.stringify({ k1: Buffer.alloc(32, 5).toString('base64') })).toString('base64');
  const event: CloudFrontRequestEvent = {
    Records: [
      {
        cf: {
          config: { distributionDomainName: 'd', distributionId: 'D', eventType: 'origin-request', requestId: 'r' },
          request: {
            ...{ clientIp: '127.0.0.1', method: 'GET', uri, querystring: '' },
            headers: {
              ...header('host', 'aria.localhost'),
              ...header('x-tessera-tenant', 'aria'),
              ...(slice === undefined ? {} : header('x-tessera-slice', slice)),
            },
            origin: {
              custom: {
                ...{ domainName: 'api.test', path: '', port: 443, protocol: 'https', keepaliveTimeout: 5 },
                ...{ readTimeout: 30, sslProtocols: ['TLSv1.2'] },
                customHeaders: header('x-tessera-signing-keys', keys),
              },
            },
          },
        },
      },
    ],
  };
  const result = await originRequest(event);
  return 'uri' in result ? result.uri : undefined;
}

test('at the origin a version has paths of its own; another slice’s version changes nothing', async () => {
  const uri = '/api/public/catalog/home';
  expect(await pathAt(uri, first)).toBe('/v/catalog/00000000000a/api/public/catalog/home');
  expect(await pathAt(uri, undefined)).toBe(uri);
  expect(await pathAt(uri, 'checkout.00000000000a')).toBe(uri);
  expect(await pathAt('/api/session', first)).toBe('/api/session');
});

test('a versioned path is read back as it was, and nothing else is taken for one', () => {
  const version = fc.stringMatching(/^[0-9a-f]{12}$/);
  const slice = fc.constantFrom('catalog', 'ai-support');
  fc.assert(
    fc.property(slice, version, fc.webPath(), (name, hash, rest) => {
      const [ref, path] = [{ slice: name, version: hash }, `/api${rest}`];
      expect(fromVersionedPath(versionedPathOf(ref, path))).toEqual({ path, ref });
      expect(fromVersionedPath(path)).toEqual({ path });
    }),
  );
  for (const path of ['/v/catalog/00000000000a', '/v/catalog/00000000000/api', '/v/Catalog/00000000000a/api', '/v/'])
    expect(fromVersionedPath(path)).toEqual({ path });
});
