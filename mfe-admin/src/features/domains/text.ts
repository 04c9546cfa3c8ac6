import { useT } from '@tessera/remote-kit/contexts/hooks.ts';
import type { Translate } from '@tessera/remote-kit/i18n/translator.ts';
import type { MessageKey } from '../../shared/text.ts';
import type messages from './messages/domains.en.messages.json';

export type DomainsKey = keyof typeof messages;

/** Knows the words of these pages and of the whole console. */
export const useDomainsText = (): Translate<DomainsKey | MessageKey> => useT<DomainsKey | MessageKey>();
