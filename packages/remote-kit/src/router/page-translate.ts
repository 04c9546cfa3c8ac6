import type { KitContextValue } from '../contexts/services-context.ts';
import { createTranslator, type Translate } from '../i18n/translator.ts';
import type { PageState } from './page-state.ts';

/** Speaks the page's own messages and, for the rest, the remote's. */
export function translateOf({ route }: Pick<PageState, 'route'>, { services, t }: Said): Translate {
  const messages = route?.slot.messages;
  return messages ? createTranslator(services.boot.locale, messages, t) : t;
}

type Said = Pick<KitContextValue, 'services' | 't'>;
