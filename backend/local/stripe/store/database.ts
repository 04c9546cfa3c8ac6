import { DatabaseSync } from 'node:sqlite';

/** Opens the server's one file, or a database in memory where no path is given. */
export function openDatabase(dbPath = ':memory:'): DatabaseSync {
  const db = new DatabaseSync(dbPath);
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS objects (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      parent TEXT,
      json TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS objects_by_kind ON objects (kind, seq);
    CREATE INDEX IF NOT EXISTS objects_by_parent ON objects (parent, kind, seq);
    CREATE TABLE IF NOT EXISTS idempotency (
      key TEXT PRIMARY KEY,
      fingerprint TEXT NOT NULL,
      request_id TEXT NOT NULL,
      status INTEGER NOT NULL,
      body TEXT NOT NULL,
      created_ms INTEGER NOT NULL
    );
    CREATE TABLE IF NOT EXISTS secrets (endpoint TEXT PRIMARY KEY, secret TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS deliveries (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      event TEXT NOT NULL,
      endpoint TEXT NOT NULL,
      state TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      due_ms INTEGER NOT NULL,
      answer TEXT
    );
    CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (state, due_ms);
    CREATE INDEX IF NOT EXISTS deliveries_by_event ON deliveries (event);
    CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, json TEXT NOT NULL);
  `);
  return db;
}

/** Runs `work`, which must be synchronous, so that all of it is written or none. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
