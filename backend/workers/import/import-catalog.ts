import type { MakerRef } from '@tessera/contracts/api/common.ts';
import type { CoverShelf } from '../../admin/catalog/cover-shelf.ts';
import { toMakerId, toNewMaker } from '../../admin/catalog/new-maker.ts';
import { makerRoleOf } from '../../admin/catalog/by-kind.ts';
import { createCatalogWriter, type WorkRecord } from '../../table/catalog-writer.ts';
import type { Table } from '../../table/client.ts';
import { createMakerEntity, createMakerWorkEntity } from '../../table/maker.ts';
import { createWorkEntity, type WorkItem } from '../../table/work.ts';
import type { ImportRow } from './import-row.ts';

/** The catalog as an import reads and writes it. */
export interface ImportCatalog {
  findWorks(workIds: readonly string[]): Promise<ReadonlyMap<string, WorkItem>>;
  /** Makers of these rows by id; those that nobody knew yet are written. */
  requireMakers(rows: readonly ImportRow[]): Promise<ReadonlyMap<string, MakerRef>>;
  /** `before` holds the works that are replaced. */
  put(records: readonly WorkRecord[], before: ReadonlyMap<string, WorkItem>): Promise<void>;
}

export function createImportCatalog(table: Table, tenantId: string, covers: CoverShelf): ImportCatalog {
  const works = createWorkEntity(table);
  const makers = createMakerEntity(table);
  const makerWorks = createMakerWorkEntity(table);
  const writer = createCatalogWriter(table, tenantId);
  const known = new Map<string, MakerRef>();

  return {
    async findWorks(workIds) {
      if (workIds.length === 0) return new Map();
      const { data } = await works
        .get(workIds.map((workId) => ({ tenantId, workId })))
        .go({ concurrent: 4, consistent: true });
      return new Map(data.map((work) => [work.workId, work]));
    },
    async requireMakers(rows) {
      const wanted = namesOf(rows.filter(({ makers: names }) => names.some((name) => !known.has(toMakerId(name)))));
      const unknown = [...wanted].filter(([makerId]) => !known.has(makerId));
      if (unknown.length === 0) return known;
      const { data } = await makers.get(unknown.map(([makerId]) => ({ tenantId, makerId }))).go({ concurrent: 4 });
      for (const { makerId, slug, name, role } of data) known.set(makerId, { id: makerId, slug, name, role });
      const fresh = unknown.filter(([makerId]) => !known.has(makerId));
      const items = await Promise.all(fresh.map(([, maker]) => toNewMaker(maker, covers)));
      await writer.putMakers(items);
      for (const { makerId, slug, name, role } of items) known.set(makerId, { id: makerId, slug, name, role });
      return known;
    },
    async put(records, before) {
      await writer.putWorks(records);
      for (const { work } of records) {
        const stay = new Set(work.makers.map(({ id }) => id));
        const left = before.get(work.workId)?.makers.filter(({ id }) => !stay.has(id)) ?? [];
        for (const { id } of left) await makerWorks.delete({ tenantId, makerId: id, workId: work.workId }).go();
      }
    },
  };
}

function namesOf(rows: readonly ImportRow[]): ReadonlyMap<string, { name: string; role: string }> {
  return new Map(
    rows.flatMap(({ makers, role, kind }) =>
      makers.map((name): [string, { name: string; role: string }] => [
        toMakerId(name),
        { name, role: role ?? makerRoleOf(kind) },
      ]),
    ),
  );
}
