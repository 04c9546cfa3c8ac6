import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { TenantId } from '@tessera/contracts/ids.ts';
import { Readable } from 'node:stream';
import { ulid } from 'ulid';
import { createCoverShelf } from '../../admin/catalog/cover-shelf.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Table } from '../../table/client.ts';
import { createStoreEntity } from '../../table/store.ts';
import { createTenantReader } from '../../table/tenant-reader.ts';
import { createImportCatalog } from './import-catalog.ts';
import { createImportProgress } from './import-progress.dynamo.ts';
import type { ImportPorts } from './run-import.ts';

export interface ImportWorld {
  table: Table;
  s3: S3Client;
  mediaBucket: string;
  uploadsBucket: string;
  clock: Clock;
}

export function createImportPorts({ table, s3, mediaBucket, uploadsBucket, clock }: ImportWorld, tenantId: TenantId) {
  const covers = createCoverShelf(s3, mediaBucket, tenantId);
  const now = () => clock().toISOString();
  const ports: ImportPorts = {
    progress: createImportProgress(table, tenantId),
    newRunId: ulid,
    now,
    async openFile(Key) {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: uploadsBucket, Key }));
        return Body instanceof Readable ? Body : undefined;
      } catch (error) {
        if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
        throw error;
      }
    },
    async batchContext() {
      const tenant = await createTenantReader(table)(tenantId);
      if (!tenant) throw new Error('the tenant is not there');
      const storeId = tenant.defaultStoreId;
      const { data: store } = await createStoreEntity(table).get({ tenantId, storeId }).go();
      return {
        catalog: createImportCatalog(table, tenantId, covers),
        covers,
        priceLists: tenant.priceLists,
        store: { storeId, name: store?.name ?? tenant.profile.name },
        now: now(),
      };
    },
  };
  return ports;
}
