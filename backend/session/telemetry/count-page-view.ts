import { bucketOf, bucketsOf } from '@tessera/contracts/bucket.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';
import { createDynamoReleaseRepository } from '../../composition/registry/repository.dynamo.ts';
import type { Table } from '../../table/client.ts';
import { createPageViews } from '../../table/page-view.ts';
import { createReleaseHealth } from '../../table/release-health.ts';
import type { PageView } from './page-view-token.ts';
import { nameOf, toObservations, type Observation } from './to-observations.ts';

/** Page views whose vitals are counted, in per cent; what fails is always counted. */
export const sampledPercent = 25;
const keptSets = 500;
/** After the token's end, so that no late beacon finds its page view forgotten. */
const rememberedSeconds = 600;

export interface PageViewCounter {
  /** Counts what is new of a page view, for the releases of its set. */
  count(tenantId: TenantId, view: PageView, events: readonly TelemetryEvent[], at: Date): Promise<void>;
}

/**
 *     beacon → token proven → what of it was not counted before → minute of each release
 *
 * Each kind counts once for a page view and a release, however often it is sent.
 */
export function createPageViewCounter(table: Table): PageViewCounter {
  const pinsById = new Map<string, Readonly<Record<string, string>>>();

  async function pinsOf(tenantId: string, setId: string): Promise<Readonly<Record<string, string>> | undefined> {
    const key = `${tenantId}/${setId}`;
    const known = pinsById.get(key);
    if (known) return known;
    const set = await createDynamoReleaseRepository(table, tenantId).findSet(setId);
    if (!set) return undefined;
    if (pinsById.size >= keptSets) pinsById.clear();
    pinsById.set(key, set.releases);
    return set.releases;
  }

  return {
    async count(tenantId, view, events, at) {
      const pins = await pinsOf(tenantId, view.setId);
      if (!pins) return;
      const bucket = bucketOf(view.id, tenantId, 'vitals');
      const observations = toObservations(events, { pins, sampled: bucket < bucketsOf(sampledPercent) });
      if (observations.length === 0) return;
      const ttl = view.expiresAtSeconds + rememberedSeconds;
      const fresh = await createPageViews(table, tenantId).claim(view.id, observations.map(nameOf), ttl);
      const health = createReleaseHealth(table, tenantId);
      await Promise.all(
        [...growthOf(observations, new Set(fresh))].map(([remote, growth]) =>
          health.add({ remote, releaseId: pins[remote] ?? '' }, growth, { at, spread: bucket }),
        ),
      );
    },
  };
}

function growthOf(observations: readonly Observation[], fresh: ReadonlySet<string>) {
  const growth = new Map<string, Record<string, number>>();
  for (const observation of observations.filter((one) => fresh.has(nameOf(one)))) {
    const ofRemote = growth.get(observation.remote) ?? {};
    growth.set(observation.remote, ofRemote);
    for (const name of observation.growth) ofRemote[name] = (ofRemote[name] ?? 0) + 1;
  }
  return growth;
}
