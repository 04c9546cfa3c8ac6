import type { DataEntry } from '@tessera/contracts/boot.ts';
import type { ShellServices } from '@tessera/contracts/shell-services.ts';

export interface DataSource {
  /** The answer the document brought, once; undefined afterwards and for all else. */
  takeInlined(url: string): DataEntry | undefined;
  fetch(url: string, signal: AbortSignal): Promise<DataEntry>;
}

const taken = new WeakMap<object, Set<string>>();

/** Reads from the document first, then from the API. */
export function createDataSource(services: Pick<ShellServices, 'boot' | 'fetch'>): DataSource {
  const { data } = services.boot.page;
  const used = taken.get(data) ?? new Set<string>();
  taken.set(data, used);
  return {
    takeInlined(url) {
      if (used.has(url)) return undefined;
      used.add(url);
      return data[url];
    },
    async fetch(url, signal) {
      try {
        const response = await services.fetch(url, { signal, headers: { accept: 'application/json' } });
        return { status: response.status, body: await readJson(response) };
      } catch (error) {
        if (signal.aborted) throw error;
        return unreachable;
      }
    },
  };
}

/** A source for the server: knows what it was given and nothing else. */
export const createFixedSource = (data: Readonly<Record<string, DataEntry>>): DataSource => ({
  takeInlined: (url) => data[url],
  fetch: (url) => Promise.reject(new Error(`The page's data lacks ${url}`)),
});

/** No answer came: to the page that is a problem like others, not the end of the remote. */
const unreachable: DataEntry = { status: 503, body: { title: 'No connection', code: 'offline' } };

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
