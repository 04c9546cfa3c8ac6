/** Maps in order with a few at a time, so that a thousand pictures are not all in memory. */
export async function mapInParallel<In, Out>(
  items: readonly In[],
  parallel: number,
  map: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  const rest = items.entries();
  const lane = async () => {
    for (const [index, item] of rest) results[index] = await map(item);
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  return results;
}
