import type { RuntimeOutcome } from '../runtime/runtime.ts';

/** Something that calls a function of its own accord, until it is stopped. */
export interface Source {
  /** There may be work now. */
  nudge(): void;
  stop(): Promise<void>;
}

/** Calls a function with an event and answers with how that ended. */
export type Invoke = (name: string, event: unknown, trace?: string) => Promise<RuntimeOutcome>;

/** Items a batch function gave back as failed: all of them where it failed as a whole. */
export function failedOf(outcome: RuntimeOutcome, ids: readonly string[]): ReadonlySet<string> {
  if (outcome.kind !== 'json') return new Set(ids);
  const result: unknown = JSON.parse(outcome.payload);
  if (typeof result !== 'object' || result === null || !('batchItemFailures' in result)) return new Set();
  const { batchItemFailures: failures } = result;
  if (!Array.isArray(failures)) return new Set();
  const failed = failures.map((one: unknown) =>
    typeof one === 'object' && one !== null && 'itemIdentifier' in one ? String(one.itemIdentifier) : '',
  );
  // An id that is not in the batch fails the whole batch, as Lambda has it.
  return failed.every((id) => ids.includes(id)) ? new Set(failed) : new Set(ids);
}
