import { useT } from '@tessera/remote-kit/contexts/hooks.ts';
import type { Translate } from '@tessera/remote-kit/i18n/translator.ts';
import type { MessageKey } from '../../shared/text.ts';
import type messages from './messages/orders.en.messages.json';

export type OrdersKey = keyof typeof messages;

/** Knows the words of an order's page and of the whole console. */
export type OrdersText = Translate<OrdersKey | MessageKey>;

export const useOrdersText = (): OrdersText => useT<OrdersKey | MessageKey>();
