import { WorkKind } from '@tessera/contracts/api/common.ts';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { maxOffset, type TenantSearch } from '../../platform/search/port.ts';
import type { WorkItem } from '../../table/work.ts';
import type { Works } from './works.ts';

export interface WorksQuery {
  kind?: WorkKind | undefined;
  limit: number;
  cursor?: string | undefined;
}

export interface WorksPage {
  works: WorkItem[];
  nextCursor?: string;
}

const Position = z.tuple([WorkKind, z.string(), z.string()]);
const Offset = z.object({ offset: z.int().min(0).max(maxOffset) });

/** The whole catalog, also what is not on sale, by kind and newest first. */
export async function listWorks(works: Works, { kind, limit, cursor }: WorksQuery): Promise<WorksPage> {
  const found = await works.list(kind, { limit: limit + 1, after: decodeCursor(cursor, Position) });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  if (!last || found.length <= limit) return { works: page };
  return { works: page, nextCursor: encodeCursor([last.kind, last.publishedOn, last.workId]) };
}

/** What the shop's search finds, read afresh from the table: an index lags behind. */
export async function searchWorks(
  { works, search }: { works: Works; search: TenantSearch },
  { kind, limit, cursor, text }: WorksQuery & { text: string },
): Promise<WorksPage> {
  const { offset } = decodeCursor(cursor, Offset) ?? { offset: 0 };
  const filters = kind ? { kind } : {};
  const { hits, total } = await search.search({ text, filters, sort: 'relevance', offset, limit });
  const next = offset + hits.length;
  return {
    works: await works.findMany(hits.map(({ id }) => id)),
    ...(next < Math.min(total, maxOffset) && hits.length > 0 ? { nextCursor: encodeCursor({ offset: next }) } : {}),
  };
}
