import type { Table } from '../../table/client.ts';
import { createSessionEntity } from '../../table/session.ts';

export interface Sessions {
  /** Signs a person out of this shop everywhere. */
  endAll(userId: string): Promise<void>;
}

export function createSessions(table: Table, tenantId: string): Sessions {
  const sessions = createSessionEntity(table);
  return {
    async endAll(userId) {
      const { data } = await sessions.query.ofUser({ tenantId, userId }).go({ pages: 'all', attributes: ['hash'] });
      for (const { hash } of data) await sessions.delete({ tenantId, hash }).go();
    },
  };
}
