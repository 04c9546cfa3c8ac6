/** Calls `act` with 0 to `count - 1`, so many at a time. */
export async function inParallel(count: number, width: number, act: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) await act(index);
  };
  await Promise.all(Array.from({ length: Math.min(width, count) }, work));
}
