import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { ApiFault } from './faults.ts';

const keptForMs = 24 * 3600 * 1000;

export interface KeptAnswer {
  status: number;
  body: string;
  requestId: string;
}

/** Answers kept by idempotency key for a day, in the same file and transaction as what they answered for. */
export function createIdempotency(db: DatabaseSync, nowMs: () => number) {
  const find = db.prepare('SELECT * FROM idempotency WHERE key = ? AND created_ms > ?');
  const insert = db.prepare('INSERT OR REPLACE INTO idempotency VALUES (?, ?, ?, ?, ?, ?)');
  const forget = db.prepare('DELETE FROM idempotency WHERE created_ms <= ?');
  return {
    /** The first answer, or undefined for a new key; throws where the key was used for another request. */
    replay(key: string, fingerprint: string): KeptAnswer | undefined {
      const row = find.get(key, nowMs() - keptForMs);
      if (!row) return undefined;
      if (row['fingerprint'] !== fingerprint) throw keyReused(key);
      return { status: Number(row['status']), body: String(row['body']), requestId: String(row['request_id']) };
    },
    keep(key: string, fingerprint: string, answer: KeptAnswer): void {
      forget.run(nowMs() - keptForMs);
      insert.run(key, fingerprint, answer.requestId, answer.status, answer.body, nowMs());
    },
  };
}

export const fingerprintOf = (method: string, path: string, body: string): string =>
  createHash('sha256').update(`${method} ${path}\n${body}`).digest('hex');

const keyReused = (key: string) =>
  new ApiFault({
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    beforeExecution: true,
  });
