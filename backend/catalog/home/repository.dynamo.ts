import type { Table } from '../../table/client.ts';
import { createHomeEntity } from '../../table/home.ts';
import type { HomeRepository } from './repository.ts';

export function createHomeRepository(table: Table, tenantId: string): HomeRepository {
  const homes = createHomeEntity(table);
  return {
    async find() {
      const { data } = await homes.get({ tenantId }).go();
      return data ?? undefined;
    },
  };
}
