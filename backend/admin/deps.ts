import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { S3Client } from '@aws-sdk/client-s3';
import type { TenantId } from '@tessera/contracts/ids.ts';
import { platformTenant } from '@tessera/contracts/release.ts';
import type { PublishDeps } from '../composition/publish/publish-deps.ts';
import { createDynamoReleaseRepository } from '../composition/registry/repository.dynamo.ts';
import type { Signer } from '../composition/registry/signer.ts';
import type { Clock } from '../platform/clock.ts';
import { notFound } from '../platform/errors.ts';
import type { NewId } from '../platform/ids.ts';
import type { SearchEngine } from '../platform/search/port.ts';
import { createAuditLog } from '../table/audit-log.ts';
import type { Table } from '../table/client.ts';
import { createIdempotencyStore } from '../table/idempotency-store.ts';
import { readLedger } from '../table/ledger-reader.ts';
import { createTenantReader } from '../table/tenant-reader.ts';
import { createAudit } from './audit.ts';
import { createCoverShelf } from './catalog/cover-shelf.ts';
import { createDeployTokens } from './deploy-token/deploy-tokens.dynamo.ts';
import { createDiscounts } from './discount/discounts.dynamo.ts';
import { createDomains } from './domain/domains.dynamo.ts';
import { createFlags } from './flag/flags.dynamo.ts';
import { createImportJobs } from './import/import-jobs.dynamo.ts';
import { createUploads } from './import/uploads.ts';
import { createOrders } from './order/orders.dynamo.ts';
import { createOverrides } from './override/overrides.dynamo.ts';
import { createStockLevels } from './overview/stock-levels.dynamo.ts';
import { createProducts } from './product/products.dynamo.ts';
import { createDisputes } from './dispute/disputes.dynamo.ts';
import { createRefunds } from './refund/refunds.dynamo.ts';
import { createTrafficScope } from './release/traffic-scope.ts';
import { createStores } from './store/stores.dynamo.ts';
import { createPeople } from './user/people.cognito.ts';
import { createSessions } from './user/sessions.dynamo.ts';
import { createWorks } from './work/works.dynamo.ts';

export interface AdminDeps {
  table: Table;
  s3: S3Client;
  cognito: CognitoIdentityProviderClient;
  search: SearchEngine;
  mediaBucket: string;
  uploadsBucket: string;
  releasesBucket: string;
  /** Of releases and release sets. */
  signer: Signer;
  userPoolId: string;
  clock: Clock;
  newId: NewId;
}

export type TenantScope = ReturnType<ReturnType<typeof createScopes>>;
export type ScopeOf = (tenantId: TenantId) => TenantScope;

/** All that is read and written for one tenant, made for that tenant. */
export function createScopes(deps: AdminDeps) {
  const { table, s3, cognito, search, mediaBucket, uploadsBucket, userPoolId, clock, newId } = deps;
  const publishing: PublishDeps = {
    table,
    blobs: { client: s3, bucket: deps.releasesBucket },
    arrivals: { client: s3, bucket: uploadsBucket },
    signer: deps.signer,
    now: clock,
  };
  const readTenant = createTenantReader(table, () => clock().getTime());

  return (tenantId: TenantId) => ({
    clock,
    newId,
    audit: createAudit(createAuditLog(table, tenantId), { clock, newId }),
    covers: createCoverShelf(s3, mediaBucket, tenantId),
    discounts: createDiscounts(table, tenantId),
    domains: createDomains(table, tenantId),
    flags: createFlags(table, tenantId, clock),
    idempotency: createIdempotencyStore(table, tenantId, clock),
    imports: createImportJobs(table, tenantId),
    orders: createOrders(table, tenantId),
    overrides: createOverrides(table, tenantId),
    people: createPeople(cognito, userPoolId, tenantId),
    products: createProducts(table, tenantId, clock),
    deployTokens: createDeployTokens(table, tenantId),
    readLedger: (months: readonly string[]) => readLedger(table, tenantId, months),
    log: createAuditLog(table, tenantId),
    platformReleases: createDynamoReleaseRepository(table, platformTenant),
    publishing,
    disputes: createDisputes(table, tenantId),
    refunds: createRefunds(table, tenantId),
    releases: createDynamoReleaseRepository(table, tenantId),
    search: search.forTenant(tenantId),
    sessions: createSessions(table, tenantId),
    stockLevels: createStockLevels(table, tenantId),
    stores: createStores(table, tenantId),
    traffic: createTrafficScope({ ...deps, tenantId }),
    uploads: createUploads(s3, uploadsBucket, tenantId),
    works: createWorks(table, tenantId),
    async requireTenant() {
      const tenant = await readTenant(tenantId);
      if (!tenant) throw notFound();
      return tenant;
    },
  });
}
