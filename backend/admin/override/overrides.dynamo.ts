import { hasEnded, OverriddenBuild } from '../../composition/registry/override/in-force.ts';
import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createOverrideEntity, type OverrideItem } from '../../table/override.ts';
import type { OverrideRecord, Overrides } from './overrides.ts';

/** So long an ended one can still be asked for by its id. */
const keptSeconds = 86_400;

export function createOverrides(table: Table, tenantId: string): Overrides {
  const overrides = createOverrideEntity(table);

  async function find(overrideId: string): Promise<OverrideRecord | undefined> {
    const { data } = await overrides.get({ tenantId, overrideId }).go({ consistent: true });
    return data ? toRecord(data) : undefined;
  }

  return {
    find,
    async create({ build, ...override }) {
      const ttl = Math.ceil(Date.parse(override.expiresAt) / 1000) + keptSeconds;
      await overrides.create({ ...override, build: JSON.stringify(build), tenantId, ttl }).go();
    },
    async inForce(now) {
      const { data } = await overrides.query.ofTenant({ tenantId }).go({ order: 'desc', pages: 'all' });
      return data.filter((item) => !hasEnded(item, now)).map(toRecord);
    },
    async open(overrideId, at) {
      try {
        await overrides
          .patch({ tenantId, overrideId })
          .set({ openedAt: at })
          .where(({ openedAt }, { notExists }) => notExists(openedAt))
          .go();
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
    async revoke(overrideId, at) {
      const known = await find(overrideId);
      if (!known) return undefined;
      const revokedAt = known.revokedAt ?? at;
      await overrides.patch({ tenantId, overrideId }).set({ revokedAt }).go();
      return { ...known, revokedAt };
    },
  };
}

const toRecord = ({ tenantId: _, ttl: __, build, ...override }: OverrideItem): OverrideRecord => ({
  ...override,
  build: OverriddenBuild.parse(JSON.parse(build)),
});
