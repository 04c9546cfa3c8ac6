import { createWriteQueue, type WriteQueue, type WriteQueueOptions } from './write-queue.ts';
import { openWriteStore } from './write-store.idb.ts';

type Options = Omit<WriteQueueOptions, 'store' | 'exclusively' | 'now' | 'schedule'> & { tenantId: string };

const name = 'tessera-writes';

/** The queue of this browser, shared by its tabs. Loaded when a write waits, or when the page is idle. */
export async function openWriteQueue({ tenantId, onWaiting, ...options }: Options): Promise<WriteQueue> {
  const tabs = new BroadcastChannel(name);
  let known: string | undefined;
  const queue = createWriteQueue({
    ...options,
    store: await openWriteStore(tenantId),
    onWaiting(writes) {
      onWaiting(writes);
      const keys = writes.map(({ key }) => key).join();
      if (known !== undefined && keys !== known) tabs.postMessage('changed');
      known = keys;
    },
    exclusively,
    now: () => Date.now(),
    schedule: (run, ms) => setTimeout(run, ms),
  });
  tabs.addEventListener('message', () => void queue.recount());
  await queue.recount();
  return queue;
}

/** Pages without a secure origin know no locks; their writes are told apart by key all the same. */
async function exclusively(work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(name, work);
  else await work();
}
