import type { Viewing } from '@tessera/contracts/api/common.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import type { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { notFound } from '../platform/errors.ts';
import type { SearchEngine, TenantSearch } from '../platform/search/port.ts';
import type { Table } from '../table/client.ts';
import { createTenantReader, type Tenant } from '../table/tenant-reader.ts';
import { createHomeRepository } from './home/repository.dynamo.ts';
import type { HomeRepository } from './home/repository.ts';
import { createMakerRepository } from './maker/repository.dynamo.ts';
import type { MakerRepository } from './maker/repository.ts';
import { createPricing, type Pricing } from './price/pricing.ts';
import { resolveViewing } from './price/viewing.ts';
import { createWorkRepository } from './work/repository.dynamo.ts';
import type { WorkRepository } from './work/repository.ts';

export interface CatalogDeps {
  table: Table;
  search: SearchEngine;
  clock: Clock;
  warn(message: string, extra: Record<string, unknown>): void;
}

/** All that is read for one tenant, made for that tenant. */
export interface TenantScope {
  works: WorkRepository;
  makers: MakerRepository;
  homes: HomeRepository;
  search: TenantSearch;
  requireTenant(): Promise<Tenant>;
  pricingFor(viewing: z.output<typeof Viewing>): Promise<Pricing>;
  warn: CatalogDeps['warn'];
}

export type ScopeOf = (tenantId: TenantId) => TenantScope;

export function createScopes({ table, search, clock, warn }: CatalogDeps): ScopeOf {
  const readTenant = createTenantReader(table, () => clock().getTime());
  const scopes = new Map<string, TenantScope>();

  return (tenantId) => {
    const known = scopes.get(tenantId);
    if (known) return known;
    const scope = createScope(tenantId);
    scopes.set(tenantId, scope);
    return scope;
  };

  function createScope(tenantId: TenantId): TenantScope {
    const requireTenant = async () => {
      const tenant = await readTenant(tenantId);
      if (!tenant) throw notFound();
      return tenant;
    };
    return {
      works: createWorkRepository(table, tenantId),
      makers: createMakerRepository(table, tenantId),
      homes: createHomeRepository(table, tenantId),
      search: search.forTenant(tenantId),
      requireTenant,
      async pricingFor(viewing) {
        const tenant = await requireTenant();
        return createPricing(tenant, resolveViewing(viewing, tenant), clock());
      },
      warn,
    };
  }
}
