import { platformTenant } from '@tessera/contracts/release.ts';
import type { TransactWriteEntities } from 'electrodb';
import type { Table } from '../../table/client.ts';
import { createSliceNeedEntity } from '../../table/slice-need.ts';
import { createSliceVersionEntity } from '../../table/slice-version.ts';
import type { SliceNeed } from './slice-needs.ts';
import { needChanges } from './slice-registry.ts';

/** Entities that `writeNeeds` writes to, under the names that it writes them by. */
export const needEntities = (table: Table) => ({
  sliceVersions: createSliceVersionEntity(table),
  sliceNeeds: createSliceNeedEntity(table),
});

type Transaction = TransactWriteEntities<ReturnType<typeof needEntities>>;

/**
 * A move's part in what slices are needed: each version it comes to need is live at this moment, and is known to be needed
 * from then on; what it needs no more is let go.
 */
export function writeNeeds(
  tx: Transaction,
  move: { shop: string; channel: string; at: string; before: readonly string[]; after: readonly SliceNeed[] },
) {
  const { shop, channel, at } = move;
  const { put, remove } = needChanges(move.before, move.after);
  const of = { tenantId: platformTenant, shop, channel };
  return [
    ...put.map(({ slice, version }) =>
      tx.sliceVersions
        .check({ tenantId: platformTenant, slice, version })
        .where(({ state }, { eq }) => eq(state, 'live'))
        .commit(),
    ),
    ...put.map(({ slice, version, releases }) =>
      tx.sliceNeeds.put({ ...of, slice, version, releases, since: at }).commit(),
    ),
    ...remove.map(({ slice, version }) => tx.sliceNeeds.delete({ ...of, slice, version }).commit()),
  ];
}

const maxAttempts = 6;

/**
 * Runs a transaction that looks at what others look at too, and again where they were at it at the same moment. False where
 * one of its conditions failed.
 */
export async function unlessRefused(
  run: () => Promise<{ canceled: boolean; data: readonly { code: string }[] }>,
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const { canceled, data } = await run();
    if (!canceled) return true;
    const onlyMet = data.every(({ code }) => code === 'None' || code === 'TransactionConflict');
    if (!onlyMet || attempt === maxAttempts) return false;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
  }
}
