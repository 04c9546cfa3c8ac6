import { headers } from '@tessera/contracts/http.ts';
import { createTestTable } from '../../../tests/setup/table.ts';
import { startSearch } from '../../local/search/engine.ts';
import type { SeedStore } from '../../local/seed/store.ts';
import type { SeedTenant } from '../../local/seed/types.ts';
import { writeTenant } from '../../local/seed/write-tenant.ts';
import { createLocalSearch } from '../../platform/search/local.ts';
import { signTenant } from '../../platform/tenant-signature.ts';
import { createThrottle, parseQuotas } from '../../platform/throttle.ts';
import { toSearchDocument } from '../../table/search-document.ts';
import { createWorkEntity } from '../../table/work.ts';
import { createCatalogApp } from '../app.ts';

export const tenantKeys = [Buffer.alloc(32, 7)];
export const now = new Date('2026-11-01T12:00:00Z');

/** Pictures and files of a known shape, kept nowhere. */
const store: SeedStore = {
  picture: async ({ title }) => ({
    src: `/media/covers/${title}.webp`,
    srcset: [],
    width: 960,
    height: 960,
    color: '#334455',
    alt: title,
  }),
  file: async ({ format }) => ({ key: `files/a.${format}`, bytes: 4_000, contentType: 'audio/mpeg' }),
  preview: async () => ({ key: 'aria/previews/a.mp3', bytes: 400, contentType: 'audio/mpeg' }),
};

/** A table and an index that hold these tenants, and the slice on top of them. */
export async function createWorld(tenants: readonly SeedTenant[]) {
  const table = await createTestTable();
  const service = await startSearch();
  const search = createLocalSearch(service.endpoint);
  for (const tenant of tenants) {
    await writeTenant(tenant, { table, store });
    const { data } = await createWorkEntity(table).query.ofTenant({ tenantId: tenant.profile.id }).go({ pages: 'all' });
    await search.forTenant(tenant.profile.id).put(data.map((work) => toSearchDocument(work, now.toISOString())));
  }
  const app = createCatalogApp(
    { table, search, clock: () => now, warn: () => undefined },
    {
      tenantKeys,
      throttle: createThrottle({ clock: () => now, quotas: parseQuotas('{"read":200}') }),
    },
  );
  return { table, search, app, stop: () => service.stop(), get };

  function get(path: string, options: { tenant?: string; client?: string } = {}): Promise<Response> {
    const tenantId = options.tenant ?? 'aria';
    const host = `${tenantId}.localhost`;
    return Promise.resolve(
      app.request(path, {
        headers: {
          host,
          [headers.tenant]: signTenant({ tenantId, host, nowSeconds: now.getTime() / 1000 }, tenantKeys),
          ...(options.client ? { 'cloudfront-viewer-address': `${options.client}:443` } : {}),
        },
      }),
    );
  }
}
