import { BootDocument, type DataEntry } from '@tessera/contracts/boot.ts';
import { headers } from '@tessera/contracts/http.ts';
import { Integrity } from '@tessera/contracts/release.ts';
import type { Hono } from 'hono';
import { z } from 'zod';
import { toSeconds, type Clock } from './clock.ts';
import type { HttpEnv } from './http-types.ts';
import type { EntryAddress } from './render-store.ts';
import { startEntryWorker, type EntryWorker } from './render-worker.ts';
import { signTenant, type TenantSigningKeys } from './tenant-signature.ts';

/** What a render function is invoked with. */
export const RenderEvent = z.object({
  tenantId: z.string(),
  /** Host the visitor asked for, with its port. */
  host: z.string(),
  /** Absent where the data alone is asked for: what a tenant's team wrote is rendered elsewhere. */
  release: z.object({ bucket: z.string(), key: z.string(), integrity: Integrity }).exactOptional(),
  url: z.string().startsWith('/'),
  boot: BootDocument.omit({ page: true }),
  dataUrls: z.array(z.string().startsWith('/api/')).max(10),
  deadlineMs: z.number().positive(),
});
export type RenderEvent = z.infer<typeof RenderEvent>;

/** `error` in place of `result` where the entry failed: the document still gets its data. */
export interface RenderOutcome {
  result?: unknown;
  error?: string;
  data: Record<string, DataEntry>;
}

export interface RenderOptions {
  /** The slice's own app: its data is read in process. */
  app: Pick<Hono<HttpEnv>, 'request'>;
  tenantKeys: TenantSigningKeys;
  /** `createEntryStore(s3)` */
  entryFile(address: EntryAddress): Promise<string>;
  clock: Clock;
  /** Threads kept ready, one per server entry. */
  maxWorkers?: number;
}

/** Renders a route's first paint: its data from the slice, its markup from the release's server entry. */
export function createRenderer(options: RenderOptions): (event: unknown) => Promise<RenderOutcome> {
  const workerFor = createWorkerPool(options);

  return async (input) => {
    const startedAt = performance.now();
    const event = RenderEvent.parse(input);
    const worker = event.release && workerFor(event.release);
    worker?.catch(() => undefined);
    const entries = await Promise.all(event.dataUrls.map(async (url) => [url, await readData(options, event, url)]));
    const data: Record<string, DataEntry> = Object.fromEntries(entries);
    if (!worker) return { data };
    try {
      const leftMs = Math.max(1, Math.round(event.deadlineMs - (performance.now() - startedAt)));
      const result = await (await worker).render({ url: event.url, boot: event.boot, data }, leftMs);
      return { result, data };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error), data };
    }
  };
}

/** Newest last; the one that was not used for longest makes room. */
function createWorkerPool({ entryFile, maxWorkers = 4 }: RenderOptions) {
  const workers = new Map<string, Promise<EntryWorker>>();
  return async (address: EntryAddress): Promise<EntryWorker> => {
    const known = workers.get(address.integrity);
    workers.delete(address.integrity);
    const usable =
      known &&
      !(await known.then(
        ({ ended }) => ended,
        () => true,
      ));
    const worker = usable ? known : entryFile(address).then(startEntryWorker);
    workers.set(address.integrity, worker);
    for (const [oldest, unused] of workers) {
      if (workers.size <= maxWorkers) break;
      workers.delete(oldest);
      unused.then((one) => one.stop()).catch(() => undefined);
    }
    return worker;
  };
}

async function readData(
  { app, tenantKeys, clock }: RenderOptions,
  event: RenderEvent,
  url: string,
): Promise<DataEntry> {
  const { tenantId, host } = event;
  const tenant = signTenant({ tenantId, host, nowSeconds: toSeconds(clock()) }, tenantKeys);
  const response = await app.request(url, { headers: { host, [headers.tenant]: tenant } });
  return { status: response.status, body: await response.json() };
}
