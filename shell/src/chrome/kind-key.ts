import type { WorkKind } from '@tessera/contracts/api/common.ts';
import type { MessageKey } from './shell-context.ts';

const keys: Record<WorkKind, MessageKey> = {
  album: 'kindAlbum',
  track: 'kindTrack',
  book: 'kindBook',
  audiobook: 'kindAudiobook',
  film: 'kindFilm',
  course: 'kindCourse',
  podcast: 'kindPodcast',
  merch: 'kindMerch',
  subscription: 'kindSubscription',
  tokens: 'kindTokens',
};

/** The message that names a kind; undefined for one this shell does not know. */
export const toKindKey = (kind: string): MessageKey | undefined =>
  Object.entries(keys).find(([known]) => known === kind)?.[1];
