import { createHash } from 'node:crypto';
import { TeamRenderEvent, type TeamRenderOutcome } from './event.ts';
import { loadEntry, type LoadedEntry } from './sandbox/load-entry.ts';

/** Of the result as JSON. */
export const maxResultLength = 2_000_000;

/** Canary and stable of one remote; each environment is one tenant's and one remote's. */
const maxEntries = 2;

/** Renders a team's server entry: its bytes, its input and its answer are the whole exchange. */
export function createTeamRenderer(load: (source: string) => Promise<LoadedEntry> = loadEntry) {
  const entries = new Map<string, Promise<LoadedEntry>>();

  return async (event: unknown): Promise<TeamRenderOutcome> => {
    const { entry, input, deadlineMs } = TeamRenderEvent.parse(event);
    try {
      const loaded = await entryOf(entry);
      const text = await withinTime(loaded.render(JSON.stringify(input), deadlineMs), deadlineMs);
      if (text.length > maxResultLength) throw new Error(`Its answer has more than ${maxResultLength} characters`);
      return { result: JSON.parse(text) as unknown };
    } catch (error) {
      return { error: error instanceof Error ? error.message : 'The server entry failed' };
    }
  };

  function entryOf({ source, integrity }: TeamRenderEvent['entry']): Promise<LoadedEntry> {
    const known = entries.get(integrity);
    if (known) return known;
    if (`sha384-${createHash('sha384').update(source).digest('base64')}` !== integrity)
      throw new Error(`The server entry is not ${integrity}`);
    const loading = load(source);
    entries.set(integrity, loading);
    loading.catch(() => entries.delete(integrity));
    for (const oldest of entries.keys()) if (entries.size > maxEntries) entries.delete(oldest);
    return loading;
  }
}

async function withinTime<T>(work: Promise<T>, timeMs: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`No markup within ${timeMs} ms`)), timeMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
