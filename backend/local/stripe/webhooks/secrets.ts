import type { DatabaseSync } from 'node:sqlite';

/** Signing secrets stand apart from their endpoints, because the API shows one only when it is made. */
export function createSecretStore(db: DatabaseSync) {
  const find = db.prepare('SELECT secret FROM secrets WHERE endpoint = ?');
  const write = db.prepare('INSERT OR REPLACE INTO secrets VALUES (?, ?)');
  return {
    get(endpoint: string): string | undefined {
      const secret = find.get(endpoint)?.['secret'];
      return typeof secret === 'string' ? secret : undefined;
    },
    set(endpoint: string, secret: string): void {
      write.run(endpoint, secret);
    },
  };
}
