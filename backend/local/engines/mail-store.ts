import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

export interface NewMail {
  from: string;
  to: readonly string[];
  subject: string;
  text?: string;
  html?: string;
  headers?: Record<string, string>;
}

export interface Mail extends NewMail {
  id: string;
  at: number;
}

/** The mailbox of everybody: what was sent, newest first. */
export interface MailStore {
  add(mail: NewMail): string;
  list(filter?: { to?: string; max?: number }): Mail[];
  find(id: string): Mail | undefined;
  clear(): void;
}

export function createMailStore(db: DatabaseSync): MailStore {
  db.exec('CREATE TABLE IF NOT EXISTS mail (id TEXT PRIMARY KEY, at INTEGER NOT NULL, content TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO mail VALUES (?, ?, ?)');
  const toMail = (row: Record<string, unknown>): Mail => ({
    ...(JSON.parse(String(row['content'])) as NewMail),
    id: String(row['id']),
    at: Number(row['at']),
  });
  return {
    add(mail) {
      const id = randomUUID();
      insert.run(id, Date.now(), JSON.stringify(mail));
      return id;
    },
    list({ to, max = 200 } = {}) {
      const rows = db
        .prepare('SELECT * FROM mail ORDER BY at DESC, rowid DESC LIMIT ?')
        .all(to === undefined ? max : 5_000);
      const all = rows.map(toMail);
      return to === undefined ? all : all.filter((mail) => mail.to.some((one) => addressOf(one) === to)).slice(0, max);
    },
    find(id) {
      const row = db.prepare('SELECT * FROM mail WHERE id = ?').get(id);
      return row && toMail(row);
    },
    clear() {
      db.exec('DELETE FROM mail');
    },
  };
}

/** `Ada <ada@x.test>` → `ada@x.test` */
export const addressOf = (mailbox: string): string => (/<([^>]+)>/.exec(mailbox)?.[1] ?? mailbox).trim().toLowerCase();
