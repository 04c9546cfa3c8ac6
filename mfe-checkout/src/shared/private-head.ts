import type { Head } from '@tessera/contracts/server-entry.ts';
import type { HeadInput } from '@tessera/remote-kit/router/head.ts';
import type { MessageKey } from './text.ts';

/** These pages are one person's: they have a title, and no place in a search engine. */
export const privateHead =
  (title: MessageKey) =>
  ({ t }: HeadInput): Head => ({ title: t(title), robots: 'noindex' });
