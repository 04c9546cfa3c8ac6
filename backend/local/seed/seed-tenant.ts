import type { S3Client } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createAppClientEntity } from '../../table/app-client.ts';
import type { Table } from '../../table/client.ts';
import { claimPlatformHost } from '../../workers/tenants/platform-host.ts';
import type { Identity } from '../identity/identity.ts';
import type { Workshop } from './make/workshop.ts';
import { createSeedStore } from './store.ts';
import type { SeedTenant } from './types.ts';
import { writeTenant } from './write-tenant.ts';

export interface SeedWorld {
  table: Table;
  s3: S3Client;
  identity: Identity;
  workshop: Workshop;
  mediaBucket: string;
  assetsBucket: string;
  /** File that remembers what was seeded last. */
  markerFile: string;
}

/** Writes a demo tenant where it is missing or its content has changed; orders, carts and people stay. */
export async function seedTenant(tenant: SeedTenant, world: SeedWorld): Promise<string> {
  const wanted = createHash('sha256').update(JSON.stringify(tenant)).digest('hex');
  if ((await readFile(world.markerFile, 'utf8').catch(() => '')) === wanted) return 'unchanged';
  const tenantId = tenant.profile.id;
  await writeTenant(tenant, { table: world.table, store: createSeedStore({ ...world, tenantId }) });
  await createAppClientEntity(world.table)
    .put({ tenantId, clientId: requireClientId(world.identity, tenantId) })
    .go();
  await claimPlatformHost(world.table, { tenantId, host: `${tenantId}.localhost`, at: new Date().toISOString() });
  for (const { roles, ...person } of tenant.users)
    await world.identity.ensureUser({ ...person, groups: roles.map((role) => `${tenantId}:${role}`) });
  await writeFile(world.markerFile, wanted);
  return `${tenant.works.length} works`;
}

function requireClientId(identity: Identity, tenantId: string): string {
  const clientId = identity.clientIdOf(tenantId);
  if (!clientId) throw new Error(`the user pool has no app client for ${tenantId}`);
  return clientId;
}
