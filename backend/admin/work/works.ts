import type { WorkKind } from '@tessera/contracts/api/common.ts';
import type { WorkItem } from '../../table/work.ts';

/** Place of a work in the list. */
export type WorkPosition = readonly [kind: WorkKind, publishedOn: string, workId: string];

/** One tenant's works, whatever their status. */
export interface Works {
  /** By kind, newest first. */
  list(kind: WorkKind | undefined, page: { limit: number; after: WorkPosition | undefined }): Promise<WorkItem[]>;
  /** In the order of the ids. */
  findMany(workIds: readonly string[]): Promise<WorkItem[]>;
  find(workId: string): Promise<WorkItem | undefined>;
  count(): Promise<number>;
}
