import type { Table } from '../../table/client.ts';
import { createMakerEntity, createMakerWorkEntity } from '../../table/maker.ts';
import type { MakerRepository } from './repository.ts';

/** A page shows no more than this. */
const maxWorks = 200;

export function createMakerRepository(table: Table, tenantId: string): MakerRepository {
  const makers = createMakerEntity(table);
  const makerWorks = createMakerWorkEntity(table);
  return {
    async findBySlug(slug) {
      const { data } = await makers.query.slug({ tenantId, slug }).go({ limit: 1 });
      return data[0];
    },
    async workIdsOf(makerId) {
      const { data } = await makerWorks.query.ofMaker({ tenantId, makerId }).go({ count: maxWorks });
      return data.map(({ workId }) => workId);
    },
  };
}
