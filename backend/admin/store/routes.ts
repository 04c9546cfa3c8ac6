import { adminApi } from '@tessera/contracts/api/admin.ts';
import { Slug } from '@tessera/contracts/ids.ts';
import { conflict, invalid } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf } from '../deps.ts';
import { may } from '../roles.ts';

export function implementStores({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(
    adminApi.createStore,
    async ({ tenantId, body, claims }) => {
      const { stores, audit, clock, newId } = scopeOf(tenantId);
      const slug = Slug.safeParse(body.slug);
      if (!slug.success)
        throw invalid([{ path: 'body.slug', message: 'takes lower-case letters and digits, joined by hyphens' }]);
      const storeId = newId('sto');
      const store = { storeId, name: body.name, slug: slug.data };
      const createdAt = clock().toISOString();
      if ((await stores.open({ ...store, ownerId: claims.userId, createdAt })) === 'taken')
        throw conflict('slug_taken', 'Another store has this address.');
      await audit({ entity: storeId, what: 'store.opened', data: { slug: slug.data } }, claims);
      return { status: 201, body: { id: storeId, name: store.name, slug: store.slug } };
    },
    { roles: may.sell },
  );
}
