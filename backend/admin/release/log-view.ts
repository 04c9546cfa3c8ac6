import type { ReleaseLogEntry } from '@tessera/contracts/api/releases.ts';
import { z } from 'zod';
import type { AuditEntry } from '../../table/audit-log.ts';

const Text = z.string().optional().catch(undefined);
/** What entries about releases have in common; the rest of their data is shown as it is. */
const Common = z.looseObject({ why: Text, reason: Text, version: Text });

export function toLogView({ at, what, by, data }: AuditEntry): z.infer<typeof ReleaseLogEntry> {
  const { why, reason, version, ...rest } = Common.parse(data ?? {});
  const said = why ?? reason;
  return {
    ...{ at, what, by },
    ...(said === undefined ? {} : { why: said }),
    ...(version === undefined ? {} : { version }),
    ...(Object.keys(rest).length > 0 ? { data: rest } : {}),
  };
}
