import type { TenantId } from '@tessera/contracts/ids.ts';
import { toSeconds, type Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import { createAuditEntity } from '../../table/audit-record.ts';
import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createDownloadEntity } from '../../table/download.ts';
import { createDownloadWindowEntity } from '../../table/download-window.ts';
import { maxUses, windowSeconds, type Downloads } from './downloads.ts';

export function createDownloads(
  table: Table,
  tenantId: TenantId,
  { clock, newId }: { clock: Clock; newId: NewId },
): Downloads {
  const grants = createDownloadEntity(table);
  const windows = createDownloadWindowEntity(table);
  const audits = createAuditEntity(table);
  return {
    async keep(grant) {
      await grants.create({ tenantId, ...grant, ttl: grant.expiresAt + windowSeconds }).go();
    },

    async find(token) {
      return (await grants.get({ tenantId, token }).go()).data ?? undefined;
    },

    async use({ userId, entitlementId, assetId }) {
      const now = toSeconds(clock());
      const id = { tenantId, userId, entitlementId, assetId };
      try {
        await windows
          .upsert({ ...id, windowEndsAt: now + windowSeconds })
          .add({ uses: 1 })
          .where(
            ({ windowEndsAt, uses }, { notExists, lte, lt }) =>
              `${notExists(windowEndsAt)} OR (${lte(windowEndsAt, now)} AND ${lt(uses, maxUses)})`,
          )
          .go();
        return 'counted';
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
      const { data } = await windows.get(id).go({ consistent: true });
      return data && data.windowEndsAt > now ? 'free' : 'used-up';
    },

    async audit(grant, { ip }) {
      await audits
        .create({
          tenantId,
          entity: grant.entitlementId,
          at: clock().toISOString(),
          auditId: newId('aud'),
          what: 'download',
          by: grant.userId,
          data: { assetId: grant.assetId, ip },
        })
        .go();
    },
  };
}
