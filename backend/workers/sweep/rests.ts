import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createSweepRestEntity } from '../../table/sweep-rest.ts';

const patienceSeconds = 10 * 60;
const longestPauseSeconds = 24 * 3600;
/** The provider lists nothing that is older. */
const keptSeconds = 30 * 24 * 3600;

export interface Rest {
  id: string;
  tries: number;
}

/** What a sweep could not finish, beside its cursor: one thing that fails holds up nothing else. */
export function createRests(table: Table, name: string, now: number) {
  const rests = createSweepRestEntity(table);
  return {
    /** Has ten minutes for its own way; what is known already stays as it is. */
    async add(id: string): Promise<void> {
      try {
        await rests.create({ name, id, tries: 0, dueAt: now + patienceSeconds, ttl: now + keptSeconds }).go();
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
    },
    /** Those whose time has come, the least tried first. */
    async due(): Promise<Rest[]> {
      const { data } = await rests.query.ofSweep({ name }).go({ pages: 'all' });
      return data.filter(({ dueAt }) => dueAt <= now).toSorted((a, b) => a.tries - b.tries);
    },
    async done(id: string): Promise<void> {
      await rests.delete({ name, id }).go();
    },
    async failed({ id, tries }: Rest): Promise<void> {
      const pause = Math.min(patienceSeconds * 2 ** tries, longestPauseSeconds);
      await rests
        .patch({ name, id })
        .set({ tries: tries + 1, dueAt: now + pause })
        .go();
    },
  };
}
