import { adminApi } from '@tessera/contracts/api/admin.ts';
import type { Claims } from '../../platform/auth.ts';
import { forbidden, invalid, notFound, unreachable } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import { fingerprintOf, runIdempotently, type IdempotentRequest } from '../../platform/idempotency.ts';
import type { ScopeOf, TenantScope } from '../deps.ts';
import { may } from '../roles.ts';
import type { StoreRecord } from '../store/stores.ts';
import type { ProductInput } from './build-product.ts';
import { prepareProduct, type Preparation } from './create-product.ts';

const maxTries = 4;

export function implementProducts({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(
    adminApi.createProduct,
    async ({ tenantId, params, body, headers, claims }) => {
      const scope = scopeOf(tenantId);
      const store = await scope.stores.find(params.id);
      if (!store) throw notFound();
      requireOwner(store, claims);
      const key = headers['idempotency-key'];
      const request = key && {
        scope: `admin.create-product:${store.storeId}:${claims.userId}`,
        key,
        fingerprint: fingerprintOf(body),
      };
      if (!request) return { status: 201, body: await create({ scope, store, input: body, claims }) };
      const answer = await runIdempotently(scope.idempotency, request, async () => {
        const created = await create({ scope, store, input: body, claims, request });
        return created === 'lost' ? 'lost' : { answer: { status: 201, body: created }, recorded: true };
      });
      return { status: 201, body: adminApi.createProduct.ok[201].parse(answer.body) };
    },
    { roles: may.sell },
  );
}

interface Creation {
  scope: TenantScope;
  store: StoreRecord;
  input: ProductInput;
  claims: Claims;
}
interface Created {
  productId: string;
  workId: string;
}

async function create(creation: Creation): Promise<Created>;
async function create(creation: Creation & { request: IdempotentRequest }): Promise<Created | 'lost'>;
async function create({
  scope,
  store,
  input,
  claims,
  request,
}: Creation & { request?: IdempotentRequest }): Promise<Created | 'lost'> {
  for (let attempt = 1; attempt <= maxTries; attempt++) {
    const prepared = await prepareProduct(scope, store, input);
    if (!prepared.ok) throw refusal(prepared);
    const { product, work } = prepared.product;
    const body = { productId: product.productId, workId: work.workId };
    const recorded = request && { request, answer: { status: 201, body } };
    if ((await scope.products.create(prepared.product, recorded)) === 'created') {
      await scope.audit({ entity: work.workId, what: 'product.created', data: body }, claims);
      return body;
    }
    if (request && (await scope.idempotency.find(request))) return 'lost';
  }
  throw new Error('the work changed all the time');
}

/** A creator sells in their own store; the shop's admins in each. */
function requireOwner({ ownerId }: StoreRecord, { userId, roles }: Claims): void {
  if (ownerId !== userId && !roles.includes('admin') && !roles.includes('platform'))
    throw forbidden('not_your_store', 'This is somebody else’s store.');
}

function refusal({ reason }: Exclude<Preparation, { ok: true }>) {
  switch (reason) {
    case 'work-or-id':
      return invalid([{ path: 'body.work', message: 'name a work or describe a new one, not both' }]);
    case 'unsold-currency':
      return invalid([{ path: 'body.price.currency', message: 'is no currency of this shop' }]);
    case 'not-positive':
      return invalid([{ path: 'body.price.amountMinor', message: 'must be more than zero' }]);
    case 'unknown-work':
      return notFound();
    default:
      return unreachable(reason);
  }
}
