import type { MakerItem } from '../../table/maker.ts';
import type { CoverShelf } from './cover-shelf.ts';
import { slugOf } from './slug.ts';

/** A name leads to one maker of the tenant, however often it is written. */
export const toMakerId = (name: string): string => `mkr_${slugOf(name)}`;

/** A maker of whom nothing but name and role is known yet. */
export async function toNewMaker(
  { name, role }: { name: string; role: string },
  covers: CoverShelf,
): Promise<Omit<MakerItem, 'tenantId'>> {
  const makerId = toMakerId(name);
  const portrait = await covers.ofMaker({ makerId, name });
  return { makerId, slug: slugOf(name), name, role, bio: '', portrait, links: [] };
}
