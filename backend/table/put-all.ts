import { setTimeout as delay } from 'node:timers/promises';

/** The part of an ElectroDB entity that writes many items at once. */
interface BatchPut<Item> {
  put(items: Item[]): { go(options: { concurrent: number }): Promise<{ unprocessed: unknown[] }> };
}

const maxAttempts = 6;
const chunkSize = 1_000;

/** Puts every item, in batches; what the table has no room for at the moment is tried again, later each time. */
export async function putAll<Item>(entity: BatchPut<Item>, items: readonly Item[]): Promise<void> {
  for (let start = 0; start < items.length; start += chunkSize)
    await putChunk(entity, items.slice(start, start + chunkSize));
}

async function putChunk<Item>(entity: BatchPut<Item>, chunk: Item[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    // Puts are whole and repeatable, so the chunk is written again rather than picking out what failed.
    const { unprocessed } = await entity.put(chunk).go({ concurrent: 4 });
    if (unprocessed.length === 0) return;
    if (attempt === maxAttempts) throw new Error(`${unprocessed.length} items were not written`);
    await delay(50 * 2 ** attempt);
  }
}
