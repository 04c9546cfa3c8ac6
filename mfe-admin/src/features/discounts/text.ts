import { useT } from '@tessera/remote-kit/contexts/hooks.ts';
import type { Translate } from '@tessera/remote-kit/i18n/translator.ts';
import type { MessageKey } from '../../shared/text.ts';
import type messages from './messages/discounts.en.messages.json';

export type DiscountsKey = keyof typeof messages;

/** Knows the words of these pages and of the whole console. */
export type DiscountsText = Translate<DiscountsKey | MessageKey>;

export const useDiscountsText = (): DiscountsText => useT<DiscountsKey | MessageKey>();
