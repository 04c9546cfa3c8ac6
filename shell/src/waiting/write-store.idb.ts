import { type DBSchema, openDB } from 'idb';
import type { WaitingWrite, WriteStore } from './waiting-write.ts';

interface Schema extends DBSchema {
  writes: { key: number; value: WaitingWrite; indexes: { key: string } };
}

/** Keeps writes in the browser's database, one database a shop. Rejects where the browser keeps nothing. */
export async function openWriteStore(tenantId: string): Promise<WriteStore> {
  const database = await openDB<Schema>(`tessera-${tenantId}`, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('writes', { autoIncrement: true }).createIndex('key', 'key', { unique: true });
    },
    // A newer version of the shop in another tab must not wait for this one.
    blocking: () => database.close(),
  });
  return {
    add: async (write) => void (await database.add('writes', write)),
    list: () => database.getAll('writes'),
    async remove(key) {
      const transaction = database.transaction('writes', 'readwrite');
      const position = await transaction.store.index('key').getKey(key);
      if (position !== undefined) await transaction.store.delete(position);
      await transaction.done;
    },
    clear: () => database.clear('writes'),
  };
}
