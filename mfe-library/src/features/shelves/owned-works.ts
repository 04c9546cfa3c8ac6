import type { WorkKind } from '@tessera/contracts/api/common.ts';
import type { EntitlementView } from '@tessera/contracts/api/library.ts';

/** A work and every edition of it that somebody owns. */
export interface OwnedWork {
  workId: string;
  slug: string;
  kind: WorkKind;
  title: string;
  makers: string;
  cover: EntitlementView['cover'];
  /** The latest first. */
  editions: readonly EntitlementView[];
}

export const shelfIds = ['listen', 'read', 'watch', 'things', 'plans'] as const;
export type ShelfId = (typeof shelfIds)[number];

const shelfOf: Record<WorkKind, ShelfId> = {
  album: 'listen',
  track: 'listen',
  audiobook: 'listen',
  podcast: 'listen',
  book: 'read',
  film: 'watch',
  course: 'watch',
  merch: 'things',
  subscription: 'plans',
  tokens: 'plans',
};

/** Editions of one work stand together; the work bought last comes first. What was revoked is gone. */
export function toOwnedWorks(entitlements: readonly EntitlementView[]): OwnedWork[] {
  const live = entitlements.filter(({ state }) => state !== 'revoked');
  const latestFirst = [...live].sort((a, b) => b.grantedAt.localeCompare(a.grantedAt));
  const works = new Map<string, EntitlementView[]>();
  for (const entitlement of latestFirst)
    works.set(entitlement.workId, [...(works.get(entitlement.workId) ?? []), entitlement]);
  return [...works.values()].flatMap((editions) => {
    const [latest] = editions;
    if (!latest) return [];
    const { workId, slug, kind, title, makers, cover } = latest;
    return [{ workId, slug, kind, title, makers, cover, editions }];
  });
}

/** Shelves that hold something, in their order. */
export function toShelves(works: readonly OwnedWork[]): { id: ShelfId; works: readonly OwnedWork[] }[] {
  return shelfIds
    .map((id) => ({ id, works: works.filter(({ kind }) => shelfOf[kind] === id) }))
    .filter((shelf) => shelf.works.length > 0);
}

/** By the work's id, or by that of one of its editions. */
export const findOwned = (works: readonly OwnedWork[], id: string): OwnedWork | undefined =>
  works.find((work) => work.workId === id || work.editions.some((edition) => edition.id === id));
