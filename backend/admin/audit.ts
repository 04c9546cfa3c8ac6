import type { Claims } from '../platform/auth.ts';
import type { Clock } from '../platform/clock.ts';
import type { NewId } from '../platform/ids.ts';
import type { AuditLog } from '../table/audit-log.ts';

export interface Change {
  /** Id of what was changed. */
  entity: string;
  /** `domain.claimed` */
  what: string;
  data?: Record<string, unknown>;
}

export type Audit = (change: Change, claims: Claims) => Promise<void>;

/** Notes who changed what. */
export const createAudit =
  (log: AuditLog, { clock, newId }: { clock: Clock; newId: NewId }): Audit =>
  ({ entity, what, data }, { userId }) =>
    log.record({
      entity,
      what,
      by: userId,
      at: clock().toISOString(),
      auditId: newId('aud'),
      ...(data ? { data } : {}),
    });
