import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createDomainEntity } from '../../table/domain.ts';
import type { Domains } from './domains.ts';

const unprovenMs = 7 * 24 * 3600_000;

export function createDomains(table: Table, tenantId: string): Domains {
  const domains = createDomainEntity(table);

  const find: Domains['find'] = async (host) => {
    const { data } = await domains.get({ host }).go({ consistent: true });
    return data?.tenantId === tenantId && data.state !== 'removed' ? data : undefined;
  };

  return {
    find,
    async list() {
      const { data } = await domains.query.ofTenant({ tenantId }).go({ pages: 'all' });
      return data.filter(({ state }) => state !== 'removed');
    },
    async claim(domain) {
      const forgotten = new Date(Date.parse(domain.createdAt) - unprovenMs).toISOString();
      try {
        await domains
          .put({ ...domain, tenantId })
          .where(({ host, state, createdAt, certificateId }, { notExists, eq, lt }) => {
            const unproven = `(${eq(state, 'requested')} OR ${eq(state, 'dns_pending')}) AND ${lt(createdAt, forgotten)}`;
            return `${notExists(host)} OR ((${eq(state, 'removed')} OR (${unproven})) AND ${notExists(certificateId)})`;
          })
          .go();
        return { ok: true, domain };
      } catch (error) {
        if (isConditionFailure(error)) return { ok: false, reason: 'taken' };
        throw error;
      }
    },
    async giveUp(host, at) {
      try {
        const { data } = await domains
          .patch({ host })
          .set({ state: 'removed', updatedAt: at })
          .where((domain, { eq, ne }) => `${eq(domain.tenantId, tenantId)} AND ${ne(domain.state, 'removed')}`)
          .go({ response: 'all_new' });
        return data;
      } catch (error) {
        if (isConditionFailure(error)) return undefined;
        throw error;
      }
    },
  };
}
