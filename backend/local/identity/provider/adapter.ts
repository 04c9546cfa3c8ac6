import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { nowSeconds } from './database.ts';

/** oidc-provider's storage port over SQLite; clients are not stored but answered from the user pool's app clients. */
export function createAdapter(
  database: DatabaseSync,
  findClient: (id: string) => Promise<AdapterPayload | undefined>,
): (kind: string) => Adapter {
  const select = database.prepare('SELECT payload, expiresAt FROM model WHERE kind = ? AND id = ?');
  const selectByUid = database.prepare('SELECT payload, expiresAt FROM model WHERE kind = ? AND uid = ?');
  const put = database.prepare(
    'INSERT OR REPLACE INTO model (kind, id, payload, uid, grantId, expiresAt) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM model WHERE kind = ? AND id = ?');
  const revoke = database.prepare("DELETE FROM model WHERE grantId = ? AND kind <> 'Grant'");
  const update = database.prepare('UPDATE model SET payload = ? WHERE kind = ? AND id = ?');

  return (kind) => ({
    upsert(id, payload, expiresIn) {
      const expiresAt = expiresIn ? nowSeconds() + expiresIn : null;
      put.run(kind, id, JSON.stringify(payload), payload.uid ?? null, payload.grantId ?? null, expiresAt);
      return Promise.resolve();
    },
    find: (id) => (kind === 'Client' ? findClient(id) : Promise.resolve(toPayload(select.get(kind, id)))),
    findByUid: (uid) => Promise.resolve(toPayload(selectByUid.get(kind, uid))),
    findByUserCode: () => Promise.resolve(undefined),
    consume(id) {
      const payload = toPayload(select.get(kind, id));
      if (payload) update.run(JSON.stringify({ ...payload, consumed: nowSeconds() }), kind, id);
      return Promise.resolve();
    },
    destroy(id) {
      remove.run(kind, id);
      return Promise.resolve();
    },
    revokeByGrantId(grantId) {
      revoke.run(grantId);
      return Promise.resolve();
    },
  });
}

function toPayload(row: Record<string, SQLOutputValue> | undefined): AdapterPayload | undefined {
  if (typeof row?.['payload'] !== 'string') return undefined;
  const { expiresAt } = row;
  if (typeof expiresAt === 'number' && expiresAt < nowSeconds()) return undefined;
  return JSON.parse(row['payload']) as AdapterPayload;
}
