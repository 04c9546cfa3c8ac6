import type { Clock } from '../../platform/clock.ts';
import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createTenantProfileEntity, type StoredFlag } from '../../table/tenant-profile.ts';
import type { FlagChange, Flags } from './flags.ts';

const maxTries = 5;

export function createFlags(table: Table, tenantId: string, clock: Clock): Flags {
  const profiles = createTenantProfileEntity(table);

  async function read(): Promise<Record<string, StoredFlag>> {
    const { data } = await profiles.get({ tenantId }).go({ consistent: true });
    return data?.flags ?? {};
  }

  /** All flags are one attribute: false where any of them was changed meanwhile. */
  async function replace(before: Record<string, StoredFlag>, after: Record<string, StoredFlag>): Promise<boolean> {
    try {
      await profiles
        .patch({ tenantId })
        .set({ flags: after, updatedAt: clock().toISOString() })
        .where(({ flags }, { eq }) => eq(flags, before))
        .go();
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  }

  return {
    async list() {
      return Object.entries(await read())
        .map(([name, flag]) => ({ name, ...flag }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async set(name, { enabled, version }): Promise<FlagChange> {
      for (let attempt = 1; attempt <= maxTries; attempt++) {
        const flags = await read();
        const known = Object.hasOwn(flags, name) ? flags[name] : undefined;
        if (!known) return { ok: false, reason: 'missing' };
        if (known.version !== version) return { ok: false, reason: 'stale', flag: { name, ...known } };
        const flag = { ...known, enabled, version: version + 1 };
        if (await replace(flags, { ...flags, [name]: flag })) return { ok: true, flag: { name, ...flag } };
      }
      throw new Error('the flags changed all the time');
    },
  };
}
