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
