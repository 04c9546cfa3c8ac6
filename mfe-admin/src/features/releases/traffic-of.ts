import type { Traffic, TrafficOfAll } from './types.ts';

/** A remote's traffic; a shop that never had the remote has none of it yet, and a first canary begins from that. */
export const trafficOf = ({ items, revision }: Pick<TrafficOfAll, 'items' | 'revision'>, remote: string): Traffic =>
  items.find((item) => item.remote === remote) ?? { remote, revision, history: [], quarantined: [] };
