import type { Encoding } from '../../platform/compress.ts';

export interface CachedAnswer {
  host: string;
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** Compressed forms, made when first asked for. */
  encoded: Partial<Record<Exclude<Encoding, 'identity'>, Buffer>>;
  storedAt: number;
  expiresAt: number;
}

export interface EdgeCacheStats {
  hits: number;
  misses: number;
  stored: number;
  evicted: number;
  entries: number;
  bytes: number;
}

/** Least recently used answers, bounded by bytes. */
export interface EdgeCache {
  get(key: string): CachedAnswer | undefined;
  put(key: string, answer: CachedAnswer): void;
  /** An entry has grown by a compressed form. */
  grew(key: string, bytes: number): void;
  /** Forgets a host's answers, or all. */
  purge(host?: string): number;
  stats(): EdgeCacheStats;
}

export function createEdgeCache(options: { maxBytes: number; now?: () => number }): EdgeCache {
  const now = options.now ?? Date.now;
  const entries = new Map<string, { answer: CachedAnswer; bytes: number }>();
  const counts = { hits: 0, misses: 0, stored: 0, evicted: 0 };
  let bytes = 0;

  function remove(key: string): void {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    bytes -= entry.bytes;
  }
  function shrink(): void {
    for (const key of entries.keys()) {
      if (bytes <= options.maxBytes) return;
      remove(key);
      counts.evicted += 1;
    }
  }

  return {
    get(key) {
      const entry = entries.get(key);
      if (entry && entry.answer.expiresAt > now()) {
        entries.delete(key);
        entries.set(key, entry);
        counts.hits += 1;
        return entry.answer;
      }
      remove(key);
      counts.misses += 1;
      return undefined;
    },
    put(key, answer) {
      remove(key);
      const size = answer.body.byteLength + 1024;
      entries.set(key, { answer, bytes: size });
      bytes += size;
      counts.stored += 1;
      shrink();
    },
    grew(key, more) {
      const entry = entries.get(key);
      if (!entry) return;
      entry.bytes += more;
      bytes += more;
      shrink();
    },
    purge(host) {
      const keys = [...entries]
        .filter(([, { answer }]) => host === undefined || answer.host === host)
        .map(([key]) => key);
      keys.forEach(remove);
      return keys.length;
    },
    stats: () => ({ ...counts, entries: entries.size, bytes }),
  };
}
