import { newId } from '../../platform/ids.ts';
import type { AuditItem } from '../../table/audit-record.ts';
import type { ReleaseNote, StoredRelease } from './repository.ts';

/** What the log of a remote's releases is kept under. */
export const logEntityOf = (remote: string): string => `remote:${remote}`;

export const toAuditItem = ({ tenantId, remote, version, releaseId }: StoredRelease, note: ReleaseNote): AuditItem => ({
  tenantId,
  entity: logEntityOf(remote),
  auditId: newId('aud'),
  at: note.at,
  what: note.what,
  by: note.by,
  data: { version, releaseId, ...(note.why === undefined ? {} : { why: note.why }) },
});
