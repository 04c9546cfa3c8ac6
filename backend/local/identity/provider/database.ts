import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The provider's sessions, grants, codes and tokens: one table, so that a restart signs nobody out. */
export function openIdentityDatabase(stateDir: string): DatabaseSync {
  mkdirSync(stateDir, { recursive: true });
  const database = new DatabaseSync(path.join(stateDir, 'identity.sqlite'));
  database.exec(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS model (
      kind TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, uid TEXT, grantId TEXT, expiresAt INTEGER,
      PRIMARY KEY (kind, id)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS model_grant ON model (grantId) WHERE grantId IS NOT NULL;
    CREATE INDEX IF NOT EXISTS model_uid ON model (kind, uid) WHERE uid IS NOT NULL;
    CREATE TABLE IF NOT EXISTS secret (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  `);
  database.prepare('DELETE FROM model WHERE expiresAt < ?').run(nowSeconds());
  return database;
}

/** A value that is made once and then stays. */
export async function keepSecret(
  database: DatabaseSync,
  name: string,
  make: () => string | Promise<string>,
): Promise<string> {
  const row = database.prepare('SELECT value FROM secret WHERE name = ?').get(name);
  if (typeof row?.['value'] === 'string') return row['value'];
  const value = await make();
  database.prepare('INSERT INTO secret (name, value) VALUES (?, ?)').run(name, value);
  return value;
}

export const nowSeconds = () => Math.floor(Date.now() / 1000);
