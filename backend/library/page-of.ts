import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../platform/cursor.ts';

const Position = z.tuple([z.string(), z.string()]);
type Position = z.infer<typeof Position>;

/**
 * One page of what one person has, latest first. All of it is in one partition and small, so it is read whole and cut here; a position
 * is a place in time, and stays right when something is added.
 */
export function pageOf<Item>(
  items: readonly Item[],
  positionOf: (item: Item) => Position,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): { items: Item[]; nextCursor?: string } {
  const after = decodeCursor(cursor, Position);
  const sorted = items.toSorted((a, b) => compare(positionOf(b), positionOf(a)));
  const rest = after ? sorted.filter((item) => compare(positionOf(item), after) < 0) : sorted;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { items: page, ...(last && rest.length > limit ? { nextCursor: encodeCursor(positionOf(last)) } : {}) };
}

const compare = ([at, id]: Position, [otherAt, otherId]: Position): number =>
  at === otherAt ? (id < otherId ? -1 : Number(id > otherId)) : at < otherAt ? -1 : 1;
