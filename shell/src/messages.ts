import type { Locale } from '@tessera/contracts/tenant.ts';
import type { CompiledMessages } from '@tessera/remote-kit/i18n/messages.ts';

export const messages: Record<Locale, () => Promise<{ default: CompiledMessages }>> = {
  en: () => import('./messages/en.messages.json'),
  de: () => import('./messages/de.messages.json'),
  ar: () => import('./messages/ar.messages.json'),
};
