import { useT } from '@tessera/remote-kit/contexts/hooks.ts';
import type { Translate } from '@tessera/remote-kit/i18n/translator.ts';
import type messages from '../messages/en.messages.json';

export type MessageKey = keyof typeof messages;

export type Text = Translate<MessageKey>;

/** The library's words in the visitor's language. */
export const useText = (): Text => useT<MessageKey>();
