import { isConditionFailure } from '../../table/condition-failure.ts';
import type { Table } from '../../table/client.ts';
import { createDomainEntity } from '../../table/domain.ts';

/** The name under which the platform itself serves a shop. There is nothing to prove, so it is active at once. */
export async function claimPlatformHost(
  table: Table,
  { tenantId, host, at }: { tenantId: string; host: string; at: string },
): Promise<void> {
  try {
    await createDomainEntity(table)
      .create({ host, tenantId, state: 'active', token: 'platform', records: [], createdAt: at, updatedAt: at })
      .go();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}
