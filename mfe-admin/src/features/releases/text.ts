import { useT } from '@tessera/remote-kit/contexts/hooks.ts';
import type { Translate } from '@tessera/remote-kit/i18n/translator.ts';
import type { MessageKey } from '../../shared/text.ts';
import type messages from './messages/releases.en.messages.json';

export type ReleasesKey = keyof typeof messages;

/** Knows the words of these pages and of the whole console. */
export type ReleasesText = Translate<ReleasesKey | MessageKey>;

export const useReleasesText = (): ReleasesText => useT<ReleasesKey | MessageKey>();
