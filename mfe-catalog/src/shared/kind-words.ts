import type { WorkKind } from '@tessera/contracts/api/common.ts';
import type { Text } from './text.ts';

/** Every kind; the type keeps the list whole. */
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

export const isKind = (value: string): value is WorkKind => Object.hasOwn(known, value);

/** "Albums"; a kind this release does not know keeps its own name. */
export const kindName = (t: Text, kind: string): string => (isKind(kind) ? t(`kind.${kind}`) : kind);

/** "Album". */
export const oneName = (t: Text, kind: WorkKind): string => t(`one.${kind}`);
