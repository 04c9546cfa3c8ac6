import type { WaitingWrite } from '../waiting/waiting-write.ts';
import { isRecord } from './is-record.ts';

export type UnansweredWrite = Pick<WaitingWrite, 'key' | 'productId' | 'quantity'>;

/**
 * Changes of the cart that were begun and have no answer yet, of one tab. A page that is left before the answer leaves them to the next
 * one, which sends them again under their keys: it cannot know whether they have arrived, and the shop does.
 */
export interface UnansweredWrites {
  list(): UnansweredWrite[];
  note(write: UnansweredWrite): void;
  forget(key: string): void;
  clear(): void;
}

const storageKey = 'tessera.cart.unanswered';

/** After this a visitor has seen the cart without the change, or has gone away. */
const maxAgeMs = 60_000;

/** Where storage is blocked nothing is kept. Synchronous: a page may be left in the moment after a click. */
export function createUnansweredWrites(storage: () => Storage, now: () => number): UnansweredWrites {
  const read = (): Noted[] => {
    try {
      const kept: unknown = JSON.parse(storage().getItem(storageKey) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isNoted).filter(({ at }) => now() - at < maxAgeMs) : [];
    } catch {
      return [];
    }
  };
  const write = (noted: readonly Noted[]): void => {
    try {
      if (noted.length === 0) storage().removeItem(storageKey);
      else storage().setItem(storageKey, JSON.stringify(noted));
    } catch {
      // Without storage a change that is left behind is the keepalive request's alone.
    }
  };
  return {
    list: () => read().map(({ key, productId, quantity }) => ({ key, productId, quantity })),
    note: (change) => write([...read(), { ...change, at: now() }]),
    forget: (key) => write(read().filter((each) => each.key !== key)),
    clear: () => write([]),
  };
}

interface Noted extends UnansweredWrite {
  /** Epoch milliseconds. */
  at: number;
}

const isNoted = (value: unknown): value is Noted =>
  isRecord(value) &&
  typeof value['key'] === 'string' &&
  typeof value['productId'] === 'string' &&
  Number.isSafeInteger(value['quantity']) &&
  typeof value['at'] === 'number';
