import type { DatabaseSync } from 'node:sqlite';

/** How far a consumer has come, kept over restarts. */
export interface Checkpoints {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

export function createCheckpoints(db: DatabaseSync): Checkpoints {
  db.exec('CREATE TABLE IF NOT EXISTS checkpoints (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
  const read = db.prepare('SELECT value FROM checkpoints WHERE name = ?');
  const write = db.prepare(
    'INSERT INTO checkpoints VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    get(name) {
      const value = read.get(name)?.['value'];
      return typeof value === 'string' ? value : undefined;
    },
    set: (name, value) => void write.run(name, value),
  };
}
