import type { Table } from '../../table/client.ts';
import { countItems } from '../../table/count-items.ts';
import { createWorkEntity } from '../../table/work.ts';
import type { Works } from './works.ts';

/** After every character that a date is made of. */
const last = '~';

export function createWorks(table: Table, tenantId: string): Works {
  const works = createWorkEntity(table);
  return {
    async list(kind, { limit, after }) {
      const all = works.query.ofTenant({ tenantId });
      const position = after && { kind: after[0], publishedOn: after[1], workId: after[2] };
      const options = { order: 'desc', count: limit + 1 } as const;
      const { data } = kind
        ? await all.between({ kind }, position ?? { kind, publishedOn: last }).go(options)
        : await (position ? all.lt(position) : all).go(options);
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
