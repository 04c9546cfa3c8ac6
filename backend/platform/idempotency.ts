import { createHash } from 'node:crypto';
import { conflict } from './errors.ts';

export interface IdempotentRequest {
  /** Operation and subject: `checkout.create-session:crt_1`. Two people's keys never meet. */
  scope: string;
  /** The caller's `Idempotency-Key`. */
  key: string;
  /** `fingerprintOf(body)`: the same key with another body is a mistake, not a repetition. */
  fingerprint: string;
}

export interface IdempotentAnswer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** Kept for one tenant; the adapter is `backend/table/idempotency-store.ts`. */
export interface IdempotencyStore {
  find(request: IdempotentRequest): Promise<{ fingerprint: string; answer: IdempotentAnswer } | undefined>;
  /** Stores an answer by itself; false where the key has one already. */
  record(request: IdempotentRequest, answer: IdempotentAnswer): Promise<boolean>;
}

/**
 * Runs a write once per key. `work` either puts the store's record into its own transaction (`recorded: true`, the
 * only safe way for money) or leaves it to be stored afterwards. When two run at the same time, one transaction fails
 * and `work` answers `lost`: the winner's answer is given to both.
 *
 *   first   ── find: none ── transaction { write, record } ────────── answer
 *   second  ── find: none ──────── transaction: record exists ─ lost ─ find ─ same answer
 */
export async function runIdempotently(
  store: IdempotencyStore,
  request: IdempotentRequest,
  work: () => Promise<{ answer: IdempotentAnswer; recorded: boolean } | 'lost'>,
): Promise<IdempotentAnswer> {
  const known = await replay(store, request);
  if (known) return known;
  const outcome = await work();
  if (outcome !== 'lost') {
    if (outcome.recorded || (await store.record(request, outcome.answer))) return outcome.answer;
  }
  const winner = await replay(store, request);
  if (!winner) throw new Error(`lost the race for ${request.scope} to nobody`);
  return winner;
}

async function replay(store: IdempotencyStore, request: IdempotentRequest): Promise<IdempotentAnswer | undefined> {
  const known = await store.find(request);
  if (!known) return undefined;
  if (known.fingerprint !== request.fingerprint)
    throw conflict('idempotency_key_reused', 'This Idempotency-Key was used for another request.');
  return known.answer;
}

/** Of a parsed body: equal however its members are ordered. */
export const fingerprintOf = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(body, (_, value: unknown) => sorted(value)) ?? '')
    .digest('base64url');

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
