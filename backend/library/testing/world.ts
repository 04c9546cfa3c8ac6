import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { headers } from '@tessera/contracts/http.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestTable } from '../../../tests/setup/table.ts';
import { createS3Gateway } from '../../local/engines/s3-gateway.ts';
import { startS3 } from '../../local/engines/s3.ts';
import type { Authenticator } from '../../platform/auth.ts';
import { newId } from '../../platform/ids.ts';
import { signTenant } from '../../platform/tenant-signature.ts';
import { createAssetEntity } from '../../table/asset.ts';
import { createEntitlementEntity } from '../../table/entitlement.ts';
import { entitlementIdOf, type EntitlementRecord } from '../../table/entitlement-record.ts';
import { createLibraryApp } from '../app.ts';
import { createFiles } from '../download/files.ts';

const keys = [Buffer.alloc(32, 1)];
const bucket = 'assets';
const credentials = { accessKeyId: 'AKIALOCAL', secretAccessKey: 'secret' };
export const secret = 'a secret of more than thirty-two letters';
export const bytes = 'ID3 these are the bytes';

const authenticate: Authenticator = (value, tenantId) => {
  const [tenant, userId = ''] = value.split(':');
  const claims = { userId, email: 'a@b.example', name: 'A', roles: ['shopper' as const], sessionId: 's' };
  return Promise.resolve(tenant === tenantId ? claims : undefined);
};

/** The slice over a real table and a store that verifies its signatures. */
export async function startWorld() {
  const { client, tableName } = await createTestTable();
  const table = { client, tableName };
  const time = { offsetMs: 0 };
  const clock = () => new Date(Date.now() + time.offsetMs);
  const directory = mkdtempSync(path.join(tmpdir(), 'library-'));
  const store = await startS3({ directory, buckets: [bucket] });
  const gateway = createServer(
    createS3Gateway({ upstreamPort: store.port, keys: { ...credentials, region: 'eu-central-1', service: 's3' } }),
  );
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  const s3 = new S3Client({
    endpoint,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const app = createLibraryApp({
    table,
    files: createFiles(s3, bucket),
    downloadSecret: secret,
    clock,
    newId,
    http: { tenantKeys: keys, authenticate },
  });

  const call = (tenantId: string, address: string, init: RequestInit & { user?: string } = {}) => {
    const host = `${tenantId}.localhost:8080`;
    const nowSeconds = Math.floor(clock().getTime() / 1000);
    return app.request(address, {
      ...init,
      headers: {
        host,
        [headers.tenant]: signTenant({ tenantId, host, nowSeconds }, keys),
        [headers.csrf]: '1',
        'content-type': 'application/json',
        ...(init.user ? { cookie: `__Host-session=${tenantId}:${init.user}` } : {}),
        ...(init.headers as Record<string, string>),
      },
    });
  };

  return {
    table,
    time,
    clock,
    s3,
    bucket,
    call,
    link: (user: string, entitlementId: string, assetId: string, tenantId = 'aria') =>
      call(tenantId, '/api/downloads/link', { method: 'POST', user, body: JSON.stringify({ entitlementId, assetId }) }),
    /** A right to one file that is really in the store. */
    async grant(userId: string, serial: number, over: Partial<EntitlementRecord> = {}) {
      const lineId = `01TEST${String(serial).padStart(4, '0')}-1`;
      const right: EntitlementRecord = {
        tenantId: 'aria',
        userId,
        productId: `prd_${serial}`,
        lineId,
        entitlementId: entitlementIdOf(lineId),
        orderId: `ord_01TEST${String(serial).padStart(4, '0')}`,
        state: 'granted',
        grantedAt: new Date(Date.UTC(2026, 0, 1, 0, serial)).toISOString(),
        line: lineOf(lineId, serial),
        ...over,
      };
      const assetId = `ast_${serial}`;
      const objectKey = `aria/${serial}/Nächte – 1.mp3`;
      await createEntitlementEntity(table).put(right).go();
      await createAssetEntity(table)
        .put({
          tenantId: right.tenantId,
          productId: right.productId,
          assetId,
          position: 1,
          name: 'Nächte – 1.mp3',
          format: 'mp3',
          contentType: 'audio/mpeg',
          bytes: bytes.length,
          objectKey,
        })
        .go();
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: objectKey, Body: bytes }));
      return { right, entitlementId: right.entitlementId, assetId };
    },
    async stop() {
      gateway.close();
      gateway.closeAllConnections();
      await store.stop();
      rmSync(directory, { recursive: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

const lineOf = (id: string, serial: number): EntitlementRecord['line'] => ({
  id,
  productId: `prd_${serial}`,
  workId: `wrk_${serial}`,
  title: `Work ${serial}`,
  productTitle: 'MP3',
  quantity: 1,
  unitPrice: { amountMinor: '1299', currency: 'USD' },
  lineTotal: { amountMinor: '1299', currency: 'USD' },
  delivery: 'digital',
  cover: { src: '/c.svg', srcset: [], width: 600, height: 600, color: '#123456', alt: 'Cover' },
  slug: `work-${serial}`,
  kind: 'album',
  makers: 'Ada',
  licence: 'For your own ears.',
  taxCode: 'txcd_10401100',
  stocked: false,
  priceListId: 'us',
});
