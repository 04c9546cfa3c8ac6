import type { Problem } from '@tessera/contracts/http.ts';
import type { WaitingWrite, WriteStore } from './waiting-write.ts';

export type SendOutcome = { sent: true } | { sent: false; reason: 'unreachable' } | { sent: false; problem: Problem };

export interface WriteQueueOptions {
  store: WriteStore;
  send(write: WaitingWrite): Promise<SendOutcome>;
  /** Whose changes may be kept now: who is here, or was last. */
  owner(): string | undefined;
  /** Asks the shop who is here; undefined where it does not answer. */
  confirmOwner(): Promise<string | undefined>;
  /** Own writes that wait, oldest first, after each change. */
  onWaiting(writes: readonly WaitingWrite[]): void;
  /** The shop took a write, or said no to it for good. */
  onSettled(outcome: { write: WaitingWrite; problem?: Problem }): void;
  /** One tab sends at a time. */
  exclusively(work: () => Promise<void>): Promise<void>;
  now(): number;
  schedule(run: () => void, ms: number): void;
}

export interface WriteQueue {
  /** Keeps a write until it can be sent; false where nobody is known to keep it for. */
  add(write: Pick<WaitingWrite, 'key' | 'productId' | 'quantity'>): Promise<boolean>;
  /** Sends what waits, in order. Stops at the first write that the shop cannot be reached for, and tries again later. */
  drain(): Promise<void>;
  /** Reads anew what waits: another tab changed it, or another person is here. */
  recount(): Promise<void>;
  /** Forgets everything, of whomever. */
  clear(): Promise<void>;
}

const retryMs = [5_000, 15_000, 60_000] as const;
/** What somebody wanted a week ago is not done behind their back today. */
const maxAgeMs = 7 * 86_400_000;

/**
 * Changes that could not be sent, kept in order and apart by person. Each keeps its key from the first attempt on: one
 * whose answer was lost is answered by the shop as before, and not made twice.
 *
 *   add ─ kept ─ (page closed, opened) ─ drain ─ who is here? ─ send ─┬ taken ────── removed
 *                                                                     ├ refused ──── removed, and said
 *                                                                     └ unreachable  kept, tried again later
 */
export function createWriteQueue(options: WriteQueueOptions): WriteQueue {
  const { store } = options;
  let draining: Promise<void> | undefined;
  let failures = 0;
  let isScheduled = false;

  async function ownWrites(owner: string | undefined): Promise<WaitingWrite[]> {
    return (await store.list()).filter((write) => write.owner === owner);
  }

  const recount = async (): Promise<void> => options.onWaiting(await ownWrites(options.owner()));

  async function forgetOld(): Promise<void> {
    const oldest = options.now() - maxAgeMs;
    for (const { key, at } of await store.list()) if (at < oldest) await store.remove(key);
  }

  async function sendAll(): Promise<void> {
    await forgetOld();
    if ((await ownWrites(options.owner())).length === 0) return recount();
    const owner = await options.confirmOwner();
    if (owner === undefined) return later();
    for (const write of await ownWrites(owner)) {
      const outcome = await options.send(write);
      if ('reason' in outcome) return later();
      await store.remove(write.key);
      await recount();
      options.onSettled(outcome.sent ? { write } : { write, problem: outcome.problem });
    }
    failures = 0;
    await recount();
  }

  function later(): void {
    if (isScheduled) return;
    isScheduled = true;
    const wait = retryMs[Math.min(failures, retryMs.length - 1)] ?? 60_000;
    failures += 1;
    options.schedule(() => {
      isScheduled = false;
      void drain();
    }, wait);
  }

  function drain(): Promise<void> {
    draining ??= options.exclusively(sendAll).finally(() => {
      draining = undefined;
    });
    return draining;
  }

  return {
    drain,
    recount,
    async add(write) {
      const owner = options.owner();
      if (owner === undefined) return false;
      await store.add({ ...write, owner, at: options.now() });
      await recount();
      later();
      return true;
    },
    async clear() {
      await store.clear();
      await recount();
    },
  };
}
