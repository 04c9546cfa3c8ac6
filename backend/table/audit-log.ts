import { createAuditEntity, type AuditItem } from './audit-record.ts';
import type { Table } from './client.ts';
import { putAll } from './put-all.ts';

export type AuditEntry = Omit<AuditItem, 'tenantId'>;

export type AuditPosition = Pick<AuditEntry, 'at' | 'auditId'>;

export interface AuditLog {
  /** The same `auditId` at the same time is the same record, however often it is written. */
  record(entry: AuditEntry): Promise<void>;
  recordAll(entries: readonly AuditEntry[]): Promise<void>;
  /** Latest first; of those before a position, where one is given. */
  of(entity: string, limit: number, before?: AuditPosition): Promise<readonly AuditEntry[]>;
}

export function createAuditLog(table: Table, tenantId: string): AuditLog {
  const records = createAuditEntity(table);
  return {
    async record(entry) {
      await records.put({ ...entry, tenantId }).go();
    },
    async recordAll(entries) {
      // A batch of writes takes each key once.
      const unique = new Map(entries.map((entry) => [`${entry.entity}#${entry.at}#${entry.auditId}`, entry]));
      await putAll(
        records,
        [...unique.values()].map((entry) => ({ ...entry, tenantId })),
      );
    },
    async of(entity, limit, before) {
      const all = records.query.ofEntity({ tenantId, entity });
      const wanted = before ? all.lt({ at: before.at, auditId: before.auditId }) : all;
      const { data } = await wanted.go({ order: 'desc', limit });
      return data;
    },
  };
}
