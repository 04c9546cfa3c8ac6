import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createDomainEntity, type DomainItem } from '../../table/domain.ts';

export interface DomainChange extends Pick<DomainItem, 'state' | 'records'> {
  problem: string | undefined;
  certificateId: string | undefined;
}

/** A tenant's domains as their worker keeps them. */
export interface DomainWatch {
  list(): Promise<DomainItem[]>;
  /** False where the domain was changed meanwhile, or belongs to somebody else by now. */
  change(before: DomainItem, change: DomainChange, at: string): Promise<boolean>;
  /** Frees the host for whoever claims it next. */
  forget(removed: DomainItem): Promise<void>;
}

export function createDomainWatch(table: Table, tenantId: string): DomainWatch {
  const domains = createDomainEntity(table);
  return {
    async list() {
      return (await domains.query.ofTenant({ tenantId }).go({ pages: 'all' })).data;
    },
    async change(before, { state, records, problem, certificateId }, at) {
      const gone = [...(problem ? [] : ['problem' as const]), ...(certificateId ? [] : ['certificateId' as const])];
      return unlessChanged(() =>
        domains
          .patch({ host: before.host })
          .set({
            state,
            records,
            updatedAt: at,
            ...(problem ? { problem } : {}),
            ...(certificateId ? { certificateId } : {}),
          })
          .remove(gone)
          .where((domain, { eq }) => `${eq(domain.token, before.token)} AND ${eq(domain.state, before.state)}`)
          .go(),
      );
    },
    async forget({ host, token }) {
      await unlessChanged(() =>
        domains
          .remove({ host })
          .where((domain, { eq }) => `${eq(domain.token, token)} AND ${eq(domain.state, 'removed')}`)
          .go(),
      );
    },
  };
}

async function unlessChanged(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}
