import type { AdminWork } from '@tessera/contracts/api/admin.ts';
import type { z } from 'zod';
import type { WorkItem } from '../../table/work.ts';

export const toAdminWork = (work: WorkItem): z.infer<typeof AdminWork> => ({
  id: work.workId,
  slug: work.slug,
  kind: work.kind,
  title: work.title,
  makers: work.makers.map(({ name }) => name).join(', '),
  products: work.offers.length,
  status: work.status,
  storeId: work.storeId,
  updatedAt: work.updatedAt,
});
