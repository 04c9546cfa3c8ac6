/** The turn's share of what there is to pick from; the last turn is followed by the first. */
export function picksOf<T>(all: readonly T[], turn: number, size: number): readonly T[] {
  const turns = Math.max(1, Math.ceil(all.length / size));
  const start = (turn % turns) * size;
  return all.slice(start, start + size);
}
