import type { TenantProfile } from '@tessera/contracts/tenant.ts';
import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import { configurationOf, perTable } from './client.ts';
import { key } from './keys.ts';

export interface PriceList {
  id: string;
  currency: string;
  /** Countries it serves; empty for every country of the tenant. */
  countries: readonly string[];
}

export interface TaxRegistration {
  country: string;
  region?: string;
  /** The Union's One Stop Shop. */
  scheme?: 'oss';
}

/** `version` rises with each change of that flag. */
export interface StoredFlag {
  enabled: boolean;
  version: number;
  description: string;
}

/** What the platform knows of a tenant: its public profile, and what prices and taxes are decided by. */
export const createTenantProfileEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: 'tessera', entity: 'tenant-profile', version: '1' },
        attributes: {
          tenantId: { type: 'string', required: true },
          profile: { type: CustomAttributeType<Omit<TenantProfile, 'id' | 'flags'>>('any'), required: true },
          flags: { type: CustomAttributeType<Record<string, StoredFlag>>('any'), required: true },
          defaultStoreId: { type: 'string', required: true },
          priceLists: { type: CustomAttributeType<readonly PriceList[]>('any'), required: true },
          taxRegistrations: { type: CustomAttributeType<readonly TaxRegistration[]>('any'), required: true },
          updatedAt: { type: 'string', required: true },
        },
        indexes: {
          profile: { pk: key('pk', 'TENANT#${tenantId}'), sk: key('sk', 'PROFILE') },
          tenants: { index: 'gsi1', pk: key('gsi1pk', 'TENANTS'), sk: key('gsi1sk', '${tenantId}') },
        },
      },
      configurationOf(table),
    ),
);

export type TenantProfileItem = EntityItem<ReturnType<typeof createTenantProfileEntity>>;
