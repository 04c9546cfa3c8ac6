import { useT } from '@tessera/remote-kit/contexts/hooks.ts';
import type { Translate } from '@tessera/remote-kit/i18n/translator.ts';
import type { MessageKey } from '../../shared/text.ts';
import type messages from './messages/books.en.messages.json';

export type BooksKey = keyof typeof messages;

/** Knows the words of this page and of the whole console. */
export type BooksText = Translate<BooksKey | MessageKey>;

export const useBooksText = (): BooksText => useT<BooksKey | MessageKey>();
