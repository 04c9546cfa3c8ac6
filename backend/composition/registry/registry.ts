import { liveChannel } from '@tessera/contracts/channel.ts';
import type { Verify } from '../signing.ts';
import { loadSet, type LiveSet } from './load-set.ts';
import type { Channel, ReleaseRepository } from './repository.ts';

export interface RegistryEvents {
  /** A set was asked for and is not genuine, or not there. */
  refused(refusal: { tenantId: string; setId: string; reason: string; subject: string }): void;
}

export interface Registry {
  /** The set to compose from: the wanted one, else the channel's, else the last good one; undefined where there is none. */
  find(tenantId: string, wanted?: { setId?: string; channel?: string }): Promise<LiveSet | undefined>;
}

export interface RegistryOptions {
  repositoryFor(tenantId: string): ReleaseRepository;
  verify: Verify;
  events: RegistryEvents;
  now?: () => number;
}

export const pointerTtlMs = 2_000;
/** A refused set is looked at again after this long, so that a repaired one comes back without a restart. */
const refusalTtlMs = 10_000;
const keptSets = 200;

/**
 * Reads pointer → set → records. What is immutable is kept by its id; the pointer for two seconds. Fails closed: a
 * set whose hash or signature is wrong is reported and never served; visitors keep the newest earlier set that is good.
 */
export function createRegistry(options: RegistryOptions): Registry {
  const now = options.now ?? Date.now;
  const sets = new Map<string, LiveSet>();
  const refusals = new Map<string, number>();
  const pointers = new Map<string, { channel: Channel | undefined; readAt: number }>();

  return {
    async find(tenantId, wanted = {}) {
      const asked = wanted.setId ? await setOf(tenantId, wanted.setId) : undefined;
      if (asked) return asked;
      const channel = await channelOf(tenantId, wanted.channel ?? liveChannel);
      if (!channel) return undefined;
      const candidates = [channel.setId, ...channel.history.map(({ setId }) => setId).reverse()];
      for (const setId of new Set(candidates)) {
        const live = await setOf(tenantId, setId);
        if (live) return live;
      }
      return undefined;
    },
  };

  async function channelOf(tenantId: string, name: string): Promise<Channel | undefined> {
    const key = `${tenantId}/${name}`;
    const known = pointers.get(key);
    if (known && now() - known.readAt < pointerTtlMs) return known.channel;
    try {
      const channel = await options.repositoryFor(tenantId).findChannel(name);
      pointers.set(key, { channel, readAt: now() });
      return channel;
    } catch (error) {
      if (!known?.channel) throw error;
      // Visitors keep what was verified before.
      pointers.set(key, { ...known, readAt: now() });
      options.events.refused({ tenantId, setId: known.channel.setId, reason: 'unreachable', subject: String(error) });
      return known.channel;
    }
  }

  async function setOf(tenantId: string, setId: string): Promise<LiveSet | undefined> {
    const key = `${tenantId}/${setId}`;
    const known = sets.get(key);
    if (known) return known;
    const refusedAt = refusals.get(key);
    if (refusedAt !== undefined && now() - refusedAt < refusalTtlMs) return undefined;
    const loaded = await loadSet(setId, tenantId, options.repositoryFor(tenantId), options.verify);
    if (loaded.ok) {
      keep(sets, key, loaded.live);
      refusals.delete(key);
      for (const { reason, subject } of loaded.dropped) options.events.refused({ tenantId, setId, reason, subject });
      return loaded.live;
    }
    keep(refusals, key, now());
    options.events.refused({ tenantId, setId, reason: loaded.reason, subject: loaded.subject });
    return undefined;
  }
}

/** Remembers the latest only: what came first goes first. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > keptSets && oldest !== undefined) map.delete(oldest);
}
