import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * A server entry of the platform's own releases; a team's runs in `team-render`. It runs in a thread that has no
 * environment, no network functions and bounded memory, and that can be ended even while it loops.
 */
const source = `
  const { parentPort, workerData } = require('node:worker_threads');
  for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = undefined;
  const entry = import(workerData.url).then((module) => module.default);
  entry.catch(() => undefined);
  parentPort.on('message', async ({ id, input, timeoutMs }) => {
    try {
      const render = await entry;
      const result = await render({ ...input, signal: AbortSignal.timeout(timeoutMs) });
      parentPort.postMessage({ id, result });
    } catch (error) {
      parentPort.postMessage({ id, error: String(error?.stack ?? error).slice(0, 2000) });
    }
  });
`;

export interface EntryWorker {
  /** Rejects with what the entry threw, or when the time is over; the thread is then gone. */
  render(input: unknown, timeoutMs: number): Promise<unknown>;
  readonly ended: boolean;
  stop(): Promise<void>;
}

interface Reply {
  id: number;
  result?: unknown;
  error?: string;
}

export function startEntryWorker(file: string): EntryWorker {
  const worker = new Worker(source, {
    eval: true,
    workerData: { url: pathToFileURL(file).href },
    env: { NODE_ENV: 'production' },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  worker.unref();
  const waiting = new Map<number, (reply: Reply) => void>();
  let ended = false;
  let calls = 0;
  const end = (reason: string) => {
    ended = true;
    for (const [id, settle] of waiting) settle({ id, error: reason });
    waiting.clear();
  };
  worker.on('message', (reply: Reply) => waiting.get(reply.id)?.(reply));
  worker.on('error', (error) => end(String(error)));
  worker.on('exit', () => end('the server entry’s thread ended'));

  return {
    get ended() {
      return ended;
    },
    async render(input, timeoutMs) {
      const id = ++calls;
      const answered = Promise.withResolvers<Reply>();
      waiting.set(id, answered.resolve);
      const timer = setTimeout(() => {
        end(`no markup within ${timeoutMs} ms`);
        void worker.terminate();
      }, timeoutMs);
      try {
        worker.postMessage({ id, input, timeoutMs });
        const { result, error } = await answered.promise;
        if (error !== undefined) throw new Error(error);
        return result;
      } finally {
        clearTimeout(timer);
        waiting.delete(id);
      }
    },
    stop: async () => void (await worker.terminate()),
  };
}
