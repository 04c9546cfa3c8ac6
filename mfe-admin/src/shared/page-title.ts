import type { Head } from '@tessera/contracts/server-entry.ts';
import type { HeadInput } from '@tessera/remote-kit/router/head.ts';
import type { MessageKey } from './text.ts';

/** Private pages: titled for the tab, kept out of indexes. */
export const privateHead =
  <Key extends string = MessageKey>(title: Key) =>
  ({ t, boot }: Pick<HeadInput, 't' | 'boot'>): Head => ({
    title: `${t(title)} · ${boot.tenant.name}`,
    robots: 'noindex',
  });
