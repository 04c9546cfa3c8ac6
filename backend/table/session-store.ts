import type { SessionStore } from '../platform/session-store.ts';
import { createAppClientEntity } from './app-client.ts';
import type { Table } from './client.ts';
import { isConditionFailure } from './condition-failure.ts';
import { createSessionEntity } from './session.ts';

export function createSessionStore(table: Table): SessionStore {
  const sessions = createSessionEntity(table);
  const appClients = createAppClientEntity(table);
  return {
    async findClientId(tenantId) {
      const { data } = await appClients.get({ tenantId }).go();
      return data?.clientId;
    },
    async find(tenantId, hash) {
      const { data } = await sessions.get({ tenantId, hash }).go();
      return data ?? undefined;
    },
    async create(session) {
      await sessions.create(session).go();
    },
    async renew(tenantId, hash, tokens) {
      // A session that was ended meanwhile must not come back.
      await sessions
        .patch({ tenantId, hash })
        .set(tokens)
        .go()
        .catch((error: unknown) => {
          if (!isConditionFailure(error)) throw error;
        });
    },
    async remove(tenantId, hash) {
      await sessions.delete({ tenantId, hash }).go();
    },
  };
}
