import type { WorkKind } from '@tessera/contracts/api/common.ts';

const roles: Partial<Record<WorkKind, string>> = {
  album: 'Artist',
  track: 'Artist',
  book: 'Author',
  audiobook: 'Author',
  film: 'Director',
  course: 'Teacher',
  podcast: 'Host',
};

/** What whoever made such a work is called where nothing says otherwise. */
export const makerRoleOf = (kind: WorkKind): string => roles[kind] ?? 'Maker';

const labels: Partial<Record<WorkKind, 'tracks' | 'chapters' | 'lessons' | 'episodes'>> = {
  album: 'tracks',
  audiobook: 'chapters',
  course: 'lessons',
  podcast: 'episodes',
};

export const contentsLabelOf = (kind: WorkKind) => labels[kind] ?? 'none';

/** What a buyer may do with a work whose seller says nothing of it. */
export const defaultLicence = 'For your own use.';

/** Of one order: a file is bought once. */
export const maxQuantityOf = (delivery: 'digital' | 'physical'): number => (delivery === 'digital' ? 1 : 10);
