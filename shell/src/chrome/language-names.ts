import type { Locale } from '@tessera/contracts/tenant.ts';

/** Each language by its own name, so that its speakers find it. */
export const languageNames: Record<Locale, string> = { en: 'English', de: 'Deutsch', ar: 'العربية' };
