import type { WorkKind } from '@tessera/contracts/api/common.ts';

/** Every kind once. A list of our own: the schema's validator would come along with it. */
const known: Record<WorkKind, true> = {
  album: true,
  track: true,
  book: true,
  audiobook: true,
  film: true,
  course: true,
  podcast: true,
  merch: true,
  subscription: true,
  tokens: true,
};

export const isKind = (text: string): text is WorkKind => Object.hasOwn(known, text);
