import { z } from 'zod';
import type { Clock } from './clock.ts';
import { toSeconds } from './clock.ts';

/**
 * `read` for safe methods, `write` for the others, `costly` for what takes a model, a mail or a payment, `beacon` for what
 * every page tells of itself and nobody waits for.
 */
export type RouteClass = 'read' | 'write' | 'costly' | 'beacon';

export interface Quota {
  /** Requests a window takes from one client. */
  limit: number;
  windowSeconds: number;
}

export type Quotas = Readonly<Record<RouteClass, Quota>>;

export const defaultQuotas: Quotas = {
  read: { limit: 1200, windowSeconds: 60 },
  write: { limit: 120, windowSeconds: 60 },
  costly: { limit: 20, windowSeconds: 60 },
  beacon: { limit: 600, windowSeconds: 60 },
};

const Limits = z.partialRecord(z.enum(['read', 'write', 'costly', 'beacon']), z.int().positive());

/** Reads `RATE_LIMITS`: JSON of route class to requests a minute; classes that it leaves out keep their default. */
export function parseQuotas(json: string | undefined): Partial<Quotas> {
  if (json === undefined) return {};
  const limits = Object.entries(Limits.parse(JSON.parse(json)));
  return Object.fromEntries(limits.map(([name, limit]) => [name, { limit, windowSeconds: 60 }]));
}

export type QuotaVerdict = { ok: true } | { ok: false; retryAfterSeconds: number };

export interface ThrottleRequest {
  tenantId: string;
  client: string;
  routeClass: RouteClass;
}

export interface Throttle {
  take(request: ThrottleRequest): Promise<QuotaVerdict>;
}

/** Counts of windows that all environments share; the adapter is `rate-windows.dynamo.ts`. */
export interface SharedWindows {
  /** Adds one and answers the count so far. */
  increment(window: { tenantId: string; key: string; startSeconds: number; ttlSeconds: number }): Promise<number>;
}

/**
 * A token window per tenant, client and route class. Reads and beacons are counted in this environment alone, which costs
 * nothing and bounds a client by limit × environments; what writes is counted in the table as well.
 */
export function createThrottle(options: { clock: Clock; quotas?: Partial<Quotas>; shared?: SharedWindows }): Throttle {
  const quotas = { ...defaultQuotas, ...options.quotas };
  const windows = new Map<string, { startSeconds: number; count: number }>();
  return {
    async take({ tenantId, client, routeClass }) {
      const { limit, windowSeconds } = quotas[routeClass];
      const now = toSeconds(options.clock());
      const startSeconds = now - (now % windowSeconds);
      const refused = { ok: false as const, retryAfterSeconds: startSeconds + windowSeconds - now };
      const key = `${routeClass}:${client}`;
      if (count(`${tenantId}:${key}`, startSeconds) > limit) return refused;
      if (routeClass === 'read' || routeClass === 'beacon' || !options.shared) return { ok: true };
      const ttlSeconds = startSeconds + 2 * windowSeconds;
      const total = await options.shared.increment({ tenantId, key, startSeconds, ttlSeconds });
      return total > limit ? refused : { ok: true };
    },
  };

  function count(key: string, startSeconds: number): number {
    const known = windows.get(key);
    const window = known?.startSeconds === startSeconds ? known : { startSeconds, count: 0 };
    window.count += 1;
    if (!known && windows.size >= maxWindows) windows.clear();
    windows.set(key, window);
    return window.count;
  }
}

/** Keeps a flood of addresses from growing the map without end; forgetting is safe, because shared counts remain. */
const maxWindows = 50_000;
