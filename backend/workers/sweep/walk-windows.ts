import type { Table } from '../../table/client.ts';
import { createSweepCursorEntity } from '../../table/sweep-cursor.ts';

export interface Walk {
  /** Where it begins the first time, and how far it looks back at most. Epoch seconds. */
  earliest: number;
  now: number;
  /** What is listed late is looked for again. Seconds. */
  overlap: number;
  /** What one step may cover, so that progress is kept. Seconds. */
  window: number;
  /** After so long no further step is begun. Milliseconds. */
  budgetMs: number;
}

/**
 * Goes through what happened since the last time, a window at a time, and keeps how far it came after each: a run that is cut off is
 * gone on with by the next. `visit` takes epoch seconds, the second one left out.
 */
export async function walkWindows(
  table: Table,
  name: string,
  { earliest, now, overlap, window, budgetMs }: Walk,
  visit: (from: number, until: number) => Promise<void>,
): Promise<void> {
  const cursors = createSweepCursorEntity(table);
  const { data } = await cursors.get({ name }).go({ consistent: true });
  const deadline = performance.now() + budgetMs;
  let from = Math.max((data?.seenUntil ?? 0) - overlap, earliest);
  do {
    const until = Math.min(from + window, now + 1);
    await visit(from, until);
    await cursors.put({ name, seenUntil: Math.max(data?.seenUntil ?? 0, Math.min(until, now)) }).go();
    from = until;
  } while (from <= now && performance.now() < deadline);
}
