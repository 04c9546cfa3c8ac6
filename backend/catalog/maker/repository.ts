import type { MakerItem } from '../../table/maker.ts';

/** Makers of one tenant. */
export interface MakerRepository {
  findBySlug(slug: string): Promise<MakerItem | undefined>;
  workIdsOf(makerId: string): Promise<readonly string[]>;
}
