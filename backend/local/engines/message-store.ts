import { createHash, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

export interface MessageAttribute {
  DataType: string;
  StringValue?: string;
  BinaryValue?: string;
}

export interface NewMessage {
  body: string;
  attributes?: Record<string, MessageAttribute>;
  trace?: string | undefined;
  delayMs?: number;
}

export interface StoredMessage {
  id: string;
  queue: string;
  body: string;
  attributes: Record<string, MessageAttribute>;
  trace: string | undefined;
  receipt: string;
  receives: number;
  sentAt: number;
  firstReceivedAt: number;
}

export interface QueueDepth {
  visible: number;
  inFlight: number;
  delayed: number;
}

/** Durable queues in one SQLite file: what was accepted is there after `kill -9`. */
export interface MessageStore {
  send(queue: string, messages: readonly NewMessage[]): string[];
  receive(queue: string, options: { max: number; visibilityMs: number }): StoredMessage[];
  /** False where the receipt is not the last one given. */
  remove(queue: string, receipt: string): boolean;
  changeVisibility(queue: string, receipt: string, visibilityMs: number): boolean;
  depth(queue: string): QueueDepth;
  peek(queue: string, max: number): StoredMessage[];
  purge(queue: string): void;
  /** Sends everything in `queue`'s dead-letter queue back to where it came from. */
  redrive(queue: string): number;
  onSent(listener: (queue: string) => void): () => void;
  /** Nobody from before a restart will ever finish what they took. */
  releaseInFlight(): void;
}

export const deadLetterQueueOf = (queue: string): string => `${queue}-dlq`;
export const isDeadLetterQueue = (queue: string): boolean => queue.endsWith('-dlq');
export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

interface Row {
  id: string;
  queue: string;
  body: string;
  attributes: string;
  trace: string | null;
  receipt: string | null;
  receives: number;
  sent_at: number;
  first_received_at: number | null;
}

export function createMessageStore(
  db: DatabaseSync,
  options: { maxReceives: number; now?: () => number },
): MessageStore {
  const now = options.now ?? Date.now;
  db.exec(`CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, queue TEXT NOT NULL, body TEXT NOT NULL,
    attributes TEXT NOT NULL, trace TEXT, receipt TEXT, receives INTEGER NOT NULL DEFAULT 0,
    sent_at INTEGER NOT NULL, visible_at INTEGER NOT NULL, first_received_at INTEGER) STRICT;
    DROP INDEX IF EXISTS messages_by_queue;
    CREATE INDEX IF NOT EXISTS messages_in_order ON messages (queue, seq);
    CREATE INDEX IF NOT EXISTS messages_by_receipt ON messages (receipt) WHERE receipt IS NOT NULL;`);
  const insert = db.prepare(
    'INSERT INTO messages (id, queue, body, attributes, trace, sent_at, visible_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const due = db.prepare('SELECT * FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY seq LIMIT ?');
  const take = db.prepare(
    'UPDATE messages SET receipt = ?, receives = receives + 1, visible_at = ?, first_received_at = coalesce(first_received_at, ?) WHERE id = ?',
  );
  const bury = db.prepare('UPDATE messages SET queue = ?, visible_at = ?, receipt = NULL WHERE id = ?');
  const erase = db.prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?');
  const hide = db.prepare('UPDATE messages SET visible_at = ? WHERE queue = ? AND receipt = ?');
  const revive = db.prepare(
    'UPDATE messages SET queue = ?, visible_at = ?, receives = 0, receipt = NULL WHERE queue = ?',
  );
  const listeners = new Set<(queue: string) => void>();
  const announce = (queue: string): void => listeners.forEach((listener) => listener(queue));

  function receiveRow(row: Row, at: number, visibilityMs: number): StoredMessage | undefined {
    if (row.receives >= options.maxReceives && !isDeadLetterQueue(row.queue)) {
      bury.run(deadLetterQueueOf(row.queue), at, row.id);
      return undefined;
    }
    const receipt = randomUUID();
    take.run(receipt, at + visibilityMs, at, row.id);
    return { ...toMessage(row), receipt, receives: row.receives + 1, firstReceivedAt: row.first_received_at ?? at };
  }

  return {
    send(queue, messages) {
      const at = now();
      const ids = transaction(db, () =>
        messages.map(({ body, attributes = {}, trace, delayMs = 0 }) => {
          const id = randomUUID();
          insert.run(id, queue, body, JSON.stringify(attributes), trace ?? null, at, at + delayMs);
          return id;
        }),
      );
      announce(queue);
      return ids;
    },
    receive(queue, { max, visibilityMs }) {
      const at = now();
      const rows = due.all(queue, at, max) as unknown as Row[];
      if (rows.length === 0) return [];
      return transaction(db, () => rows.flatMap((row) => receiveRow(row, at, visibilityMs) ?? []));
    },
    remove: (queue, receipt) => erase.run(queue, receipt).changes > 0,
    changeVisibility: (queue, receipt, visibilityMs) => hide.run(now() + visibilityMs, queue, receipt).changes > 0,
    depth(queue) {
      const row = db
        .prepare(
          `SELECT count(*) FILTER (WHERE visible_at <= :now) AS visible,
                  count(*) FILTER (WHERE visible_at > :now AND receives > 0) AS inFlight,
                  count(*) FILTER (WHERE visible_at > :now AND receives = 0) AS delayed
           FROM messages WHERE queue = :queue`,
        )
        .get({ now: now(), queue });
      return {
        visible: Number(row?.['visible']),
        inFlight: Number(row?.['inFlight']),
        delayed: Number(row?.['delayed']),
      };
    },
    peek: (queue, max) =>
      (
        db.prepare('SELECT * FROM messages WHERE queue = ? ORDER BY seq LIMIT ?').all(queue, max) as unknown as Row[]
      ).map(toMessage),
    purge(queue) {
      db.prepare('DELETE FROM messages WHERE queue = ?').run(queue);
    },
    redrive(queue) {
      const { changes } = revive.run(queue, now(), deadLetterQueueOf(queue));
      announce(queue);
      return Number(changes);
    },
    releaseInFlight() {
      db.prepare('UPDATE messages SET visible_at = ?, receipt = NULL WHERE receives > 0').run(now());
    },
    onSent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Commits survive the process, not a power cut: enough for one machine, and no sync to disk per message. */
export function openDatabase(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000');
  return db;
}

function transaction<T>(db: DatabaseSync, work: () => T): T {
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

function toMessage(row: Row): StoredMessage {
  return {
    id: row.id,
    queue: row.queue,
    body: row.body,
    attributes: JSON.parse(row.attributes) as Record<string, MessageAttribute>,
    trace: row.trace ?? undefined,
    receipt: row.receipt ?? '',
    receives: row.receives,
    sentAt: row.sent_at,
    firstReceivedAt: row.first_received_at ?? 0,
  };
}
