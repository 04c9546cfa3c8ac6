import { useT } from '@tessera/remote-kit/contexts/hooks.ts';
import type { Translate } from '@tessera/remote-kit/i18n/translator.ts';
import type messages from '../messages/en.messages.json';

/** The remote's words in the visitor's language. */
export const useText = (): Translate<keyof typeof messages> => useT<keyof typeof messages>();
