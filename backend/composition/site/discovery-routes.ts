import { headers } from '@tessera/contracts/http.ts';
import type { Context, Hono } from 'hono';
import type { JSONWebKeySet } from 'jose';
import type { HttpEnv } from '../../platform/http-types.ts';
import type { FindShop } from '../app.ts';
import type { LiveSet } from '../registry/load-set.ts';
import { discoveryOf } from './discovery.ts';
import { federationSnapshotOf } from './federation-snapshot.ts';
import { siteImportMapOf } from './import-map.ts';
import { piralFeedOf } from './piral-feed.ts';
import { signedManifestOf } from './signed-manifest.ts';

/** Views of one record: what is live, to each tool in its own words. */
const views: Readonly<Record<string, { of(live: LiveSet, cdn: string): unknown; type?: string }>> = {
  '/.well-known/micro-frontends.json': { of: discoveryOf },
  '/.well-known/releases.json': { of: signedManifestOf },
  '/.well-known/federation-snapshot.json': { of: federationSnapshotOf },
  '/.well-known/import-map.json': { of: siteImportMapOf, type: 'application/importmap+json' },
  '/.well-known/piral-feed.json': { of: piralFeedOf },
};

/** Any page may read them: they are about what everybody is served. */
const open = (seconds: number) => ({
  'cache-control': `public, max-age=0, s-maxage=${seconds}`,
  'access-control-allow-origin': '*',
  'access-control-expose-headers': `${headers.releaseSignature}, ${headers.release}`,
  'cross-origin-resource-policy': 'cross-origin',
});

/** Each names the set it was made from, with the detached JWS of that set, over `<tenant>/<set id>`. */
export function addDiscoveryRoutes(app: Hono<HttpEnv>, findShop: FindShop, publicKeys: JSONWebKeySet): void {
  for (const [path, view] of Object.entries(views))
    app.get(path, async (c) => {
      const { origins, live } = await findShop(c);
      const set = await live();
      return answer(c, view.of(set, origins.cdn), {
        ...open(30),
        'content-type': view.type ?? 'application/json',
        [headers.release]: set.set.id,
        [headers.releaseSignature]: set.set.signature.value,
      });
    });
  app.get('/.well-known/release-keys.json', async (c) => {
    await findShop(c);
    return answer(c, publicKeys, { ...open(300), 'content-type': 'application/jwk-set+json' });
  });
}

const answer = (c: Context<HttpEnv>, body: unknown, more: Record<string, string>): Response =>
  c.body(JSON.stringify(body), 200, more);
