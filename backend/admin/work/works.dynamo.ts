import { WorkKind } from '@tessera/contracts/api/common.ts';
import type { Table } from '../../table/client.ts';
import { countItems } from '../../table/count-items.ts';
import { createWorkEntity } from '../../table/work.ts';
import type { Works } from './works.ts';

/** After every character that a kind, a date or an id is made of. */
const last = '~';

export function createWorks(table: Table, tenantId: string): Works {
  const works = createWorkEntity(table);
  return {
    async list(kind, { limit, after }) {
      const [fromKind, publishedOn, workId] = after ?? [kind ?? last, last, last];
      const all = works.query.ofTenant({ tenantId });
      const position = { kind: fromKind as WorkKind, publishedOn, workId };
      const { data } = kind
        ? await all.between({ kind }, position).go({ order: 'desc', count: limit })
        : await all.lt(position).go({ order: 'desc', count: limit });
      // A range holds both its ends.
      return data.filter((work) => work.workId !== after?.[2]).slice(0, limit);
    },
    async findMany(workIds) {
      if (workIds.length === 0) return [];
      const { data } = await works.get(workIds.map((workId) => ({ tenantId, workId }))).go({ concurrent: 4 });
      const found = new Map(data.map((work) => [work.workId, work]));
      return workIds.flatMap((id) => found.get(id) ?? []);
    },
    async find(workId) {
      const { data } = await works.get({ tenantId, workId }).go({ consistent: true });
      return data ?? undefined;
    },
    count: () => countItems(works.query.ofTenant({ tenantId })),
  };
}
